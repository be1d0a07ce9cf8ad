import type { Face } from "../fonts/faces.ts";
import { inVisualOrder, mirrored } from "./bidi.ts";
import type { SetLetter } from "./paragraph.ts";

/** Letters of one face and one direction, as they are given to the font: it shapes them, and turns around what its script turns. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** Scripts that a font lays out from the right by itself. */
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const HAS_SCRIPT = /[^\p{Script=Common}\p{Script=Inherited}]/u;

/** The runs of one line, from the left to the right. */
export function runsOf(letters: readonly SetLetter[]): Run[] {
  const runs: { letters: SetLetter[]; level: number; face: Face }[] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last !== undefined && last.level === letter.level && last.face === letter.face) last.letters.push(letter);
    else runs.push({ letters: [letter], level: letter.level, face: letter.face });
  }
  return inVisualOrder(runs).map((run) => ({ text: textOf(run.letters, run.level), face: run.face }));
}

function textOf(letters: readonly SetLetter[], level: number): string {
  const texts = letters.map(({ text }) => text);
  if (level % 2 === 0) return texts.join("");
  const turned = texts.map(mirrored);
  const first = turned.find((text) => HAS_SCRIPT.test(text));
  return (first !== undefined && FROM_THE_RIGHT.test(first) ? turned : turned.reverse()).join("");
}
