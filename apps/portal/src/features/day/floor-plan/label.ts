import type { Box } from "@working-social/booking/rules";

/** The width of a letter of our type, as a share of its size: a little generous, so that nothing touches the wall. */
const LETTER = 0.56;
const LINE = 1.25;
/** Type sizes in pixels; smaller is not readable. */
const SIZES = [12, 10] as const;

/** What there is to say in a shape. */
interface LabelTexts {
  readonly name: string;
  readonly word: string;
  readonly who: string;
}

export interface FittedLabel {
  readonly sizeCm: number;
  readonly name: readonly string[];
  /** What stands under the name, whole or not at all: half a price is worse than none. */
  readonly word: string;
  /** Under both, whole or not at all: who is there. */
  readonly who: string;
  /** The name is not all there. */
  readonly isCut: boolean;
}

/**
 * The label of a shape as it fits into its box: the largest type in which name, word and who is there stand, else name and
 * word, else the name alone, over several lines where it has several words; what still does not fit is cut, and under three
 * letters left out.
 */
export function fitLabel(texts: LabelTexts, box: Box, cmPerPx: number): FittedLabel {
  const { name, word, who } = texts;
  const tries = SIZES.map((px) => fitAt(texts, box, px * cmPerPx)).filter((label) => isWhole(label, name));
  const whole =
    tries.find((label) => label.word === word && label.who === who) ??
    tries.find((label) => label.word === word) ??
    tries[0];
  if (whole) return whole;
  const sizeCm = SIZES[1] * cmPerPx;
  const most = Math.floor(box.width / (sizeCm * LETTER));
  const fits = most >= 3 && box.height >= sizeCm * 1.1;
  return { sizeCm, name: fits ? [cut(name, most)] : [], word: "", who: "", isCut: true };
}

function fitAt({ name, word, who }: LabelTexts, box: Box, sizeCm: number): FittedLabel {
  const most = Math.floor((box.width * 0.94) / (sizeCm * LETTER));
  const rows = Math.floor((box.height * 0.96) / (sizeCm * LINE));
  const lines = wrap(name, most);
  const fits = lines.length <= rows && lines.every((line) => line.length <= most);
  const fitting = (text: string, row: number) => (fits && row < rows && text.length <= most ? text : "");
  const shown = fitting(word, lines.length);
  return {
    sizeCm,
    name: fits ? lines : [],
    word: shown,
    who: fitting(who, lines.length + (shown === "" ? 0 : 1)),
    isCut: false,
  };
}

function isWhole(label: FittedLabel, name: string): boolean {
  return label.name.length > 0 || name === "";
}

function wrap(text: string, most: number): string[] {
  return text.split(" ").reduce<string[]>((lines, next) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + 1 + next.length <= most
      ? [...lines.slice(0, -1), `${last} ${next}`]
      : [...lines, next];
  }, []);
}

function cut(line: string, most: number): string {
  const letters = [...line];
  return letters.length <= most
    ? line
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
