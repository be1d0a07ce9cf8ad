import type { Face, LetterCase, Weight } from "../fonts/faces.ts";
import { levelsOf } from "./bidi.ts";
import { lettersOf, prepared } from "./letters.ts";
import { lineBreaks } from "./line-breaks.ts";
import { runsOf, type Run } from "./runs.ts";

export interface TextStyle {
  /** In points, as all lengths here. */
  readonly size: number;
  readonly weight: Weight;
  /** "#1c1c1a". */
  readonly color: string;
  /** All figures equally wide, for columns. */
  readonly isTabular?: boolean;
}

/** What measures and draws: the letters of a document, and the width of a run in it. */
export interface Typesetter {
  readonly letters: LetterCase;
  readonly widthOf: (run: Run, style: TextStyle) => number;
}

/** A letter that has its place: what draws it, and at which level of embedding (UAX #9). */
export interface SetLetter {
  readonly text: string;
  /** What it stands for: mostly itself. Of a letter that is drawn in parts, the first says it. */
  readonly said: string;
  readonly face: Face;
  readonly level: number;
  readonly isSpace: boolean;
}

/** One line, in the order of speech. A space at its end is drawn (who copies the text needs it), and has no width. */
export interface Line {
  readonly letters: readonly SetLetter[];
  readonly width: number;
}

/** A text in lines that are no wider than `width`: broken between words, and within a word that is wider by itself. */
export function linesOf(setter: Typesetter, text: string, style: TextStyle, width: number): Line[] {
  const lines: Line[] = [];
  let [line, used]: [readonly SetLetter[], number] = [[], 0];
  const isFull = (more: readonly SetLetter[]) => used + widthOf(setter, withoutEnd(more), style) > width;
  const end = () => {
    lines.push(lineOf(setter, line, style));
    [line, used] = [[], 0];
  };
  for (const { letters, isRequired } of chunksOf(setter, text, style)) {
    if (line.length > 0 && isFull(letters)) end();
    for (const part of isFull(letters) ? letters.map((one) => [one]) : [letters]) {
      if (line.length > 0 && isFull(part)) end();
      line = [...line, ...part];
      used += widthOf(setter, part, style);
    }
    if (isRequired) end();
  }
  return lines;
}

/** A text on one line, however wide. */
export function oneLine(setter: Typesetter, text: string, style: TextStyle): Line {
  const chunks = chunksOf(setter, text.replaceAll("\n", " "), style);
  return lineOf(
    setter,
    chunks.flatMap((chunk) => chunk.letters),
    style,
  );
}

function lineOf(setter: Typesetter, all: readonly SetLetter[], style: TextStyle): Line {
  const letters = withoutEnd(all);
  const isSimple = all.every(({ level }) => level === 0);
  return { letters: isSimple ? all.slice(0, letters.length + 1) : letters, width: widthOf(setter, letters, style) };
}

function chunksOf(setter: Typesetter, text: string, style: TextStyle) {
  const ready = prepared(text);
  const levels = levelsOf(ready);
  const letters = lettersOf(ready);
  let from = 0;
  return lineBreaks(ready).map(({ at, isRequired }) => {
    const inside = letters.filter((letter) => letter.at >= from && letter.at < at && letter.text !== "\n");
    from = at;
    return {
      isRequired,
      letters: inside.flatMap((letter) => setLetter(setter, letter, levels[letter.at] ?? 0, style)),
    };
  });
}

function setLetter(setter: Typesetter, letter: { text: string }, level: number, style: TextStyle): SetLetter[] {
  const isSpace = /^\s+$/.test(letter.text);
  return setter.letters(letter.text, style.weight).map(({ text, face }, index) => {
    return { text, said: index === 0 ? letter.text : "", face, level, isSpace };
  });
}

function withoutEnd(letters: readonly SetLetter[]): readonly SetLetter[] {
  return letters.slice(0, letters.findLastIndex(({ isSpace }) => !isSpace) + 1);
}

function widthOf(setter: Typesetter, letters: readonly SetLetter[], style: TextStyle): number {
  return runsOf(letters).reduce((sum, run) => sum + setter.widthOf(run, style), 0);
}
