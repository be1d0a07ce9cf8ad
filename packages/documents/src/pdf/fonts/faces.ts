import { expectDefined } from "@working-social/kernel";
import { coverageOf, instanceOf, type Instance } from "./font-files.ts";
import { mayHave, slicesFor, type FontSlice } from "./font-slices.ts";

/** Regular, medium, semibold. */
const WEIGHTS = [400, 500, 600] as const;
export type Weight = (typeof WEIGHTS)[number];

/** A font as a PDF takes it in: static, TrueType. */
export interface Face extends Instance {
  /** The file and the weight: the same for the same font. */
  readonly key: string;
}

/** What is drawn for a letter: mostly itself, in one face. */
interface Glyphs {
  readonly text: string;
  readonly face: Face;
}

/** What draws a letter (a grapheme) in a weight. Throws an error for one that wasn't announced. */
export type LetterCase = (letter: string, weight: Weight) => readonly Glyphs[];

interface Piece {
  readonly text: string;
  readonly slice: FontSlice;
}

/** What stands where no font has a letter. Nothing must (ISO 19005-3, 6.2.11.8): an empty box is not a letter. */
const REPLACEMENT = "\uFFFD";

/** Joins, selects or directs, and draws nothing: it may be missing. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;

/** Makes ready what draws these letters, in every weight. Throws an error where a font's file is missing. */
export async function facesFor(letters: ReadonlySet<string>): Promise<LetterCase> {
  const slices = slicesFor([...letters].join(""));
  const pieces = new Map<string, readonly Piece[]>();
  for (const letter of letters) pieces.set(letter, await piecesOf(letter, slices));
  const used = [...new Set([...pieces.values()].flat().map(({ slice }) => slice.file))];
  const faces = new Map<string, Face>();
  const keys = new Set(used.flatMap((file) => WEIGHTS.map((weight) => keyOf(file, weight))));
  for (const face of await Promise.all([...keys].map(faceOf))) faces.set(face.key, face);
  return (letter, weight) =>
    announced(pieces, letter).map(({ text, slice }) => {
      const face = faces.get(keyOf(slice.file, weight));
      return { text, face: expectDefined(face, `${slice.file} was not made in ${weight}.`) };
    });
}

/** An accent that begins a text joins what stands before it when they are put together: then each is drawn by itself. */
function announced(pieces: ReadonlyMap<string, readonly Piece[]>, letter: string): readonly Piece[] {
  const parts = pieces.has(letter) ? [letter] : [...letter];
  return parts.flatMap((part) =>
    expectDefined(pieces.get(part), `“${part}” of “${letter}” is drawn, and nobody has announced it.`),
  );
}

/** A letter as a whole, or what is visible of it, or its parts one by one. */
async function piecesOf(letter: string, slices: readonly FontSlice[]): Promise<readonly Piece[]> {
  const visible = [...letter].filter((one) => !INVISIBLE.test(one)).join("");
  for (const text of [letter, visible]) {
    const slice = text === "" ? null : await sliceThatHas(text, slices);
    if (slice !== null) return [{ text, slice }];
  }
  if ([...visible].length > 1) return (await Promise.all([...visible].map((one) => piecesOf(one, slices)))).flat();
  const slice = visible === "" ? null : await sliceThatHas(REPLACEMENT, slices);
  return slice === null ? [] : [{ text: REPLACEMENT, slice }];
}

async function sliceThatHas(text: string, slices: readonly FontSlice[]): Promise<FontSlice | null> {
  const codePoints = [...text].map((one) => one.codePointAt(0) ?? 0);
  for (const slice of slices) {
    if (!codePoints.every((one) => mayHave(slice, one))) continue;
    const has = await coverageOf(slice.file);
    if (codePoints.every((one) => has.has(one))) return slice;
  }
  return null;
}

async function faceOf(key: string): Promise<Face> {
  const [file = "", weight] = key.split(" ");
  return { key, ...(await instanceOf(file, Number(weight))) };
}

/** The fonts that stand in have two weights: making one takes time, and beside Inter's medium their semibold is right. */
function keyOf(file: string, weight: Weight): string {
  const isOurs = file.startsWith("@fontsource-variable/inter/");
  return `${file} ${weight === 500 && !isOurs ? 600 : weight}`;
}
