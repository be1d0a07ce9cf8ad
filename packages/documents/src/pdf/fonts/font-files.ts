import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import type { Font } from "fontkit";
import subsetFont from "subset-font";

const { resolve } = createRequire(import.meta.url);

/** What was made stays for the life of the process: it depends on the installed files alone, and those are few. */
const coverages = new Map<string, Promise<ReadonlySet<number>>>();
const instances = new Map<string, Promise<Instance>>();

/** A font at one weight, to be written into documents, and to be measured. */
export interface Instance {
  readonly bytes: Buffer;
  readonly font: Font;
}

/** The code points that a font's file has letters for. */
export function coverageOf(file: string): Promise<ReadonlySet<number>> {
  return onceFor(coverages, file, async () => {
    return new Set(opened(file, await readFile(resolve(file))).characterSet);
  });
}

/**
 * A variable font at one weight, as TrueType: PDF knows no variations, and fontkit can't write what it varies. HarfBuzz keeps
 * all letters and features here; what a document doesn't use is left out when it is written.
 */
export function instanceOf(file: string, weight: number): Promise<Instance> {
  return onceFor(instances, `${file} ${weight}`, async () => {
    const letters = [...(await coverageOf(file))].map((one) => String.fromCodePoint(one)).join("");
    const source = await readFile(resolve(file));
    const bytes = await subsetFont(source, letters, { targetFormat: "sfnt", variationAxes: { wght: weight } });
    return { bytes, font: opened(file, bytes) };
  });
}

function opened(file: string, bytes: Buffer): Font {
  const font = fontkit.create(bytes);
  if (!("characterSet" in font)) throw new Error(`${file} is a collection of fonts, not one.`);
  return font;
}

/** What failed isn't kept: the next one tries again. */
async function onceFor<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const making = kept.get(key) ?? make();
  kept.set(key, making);
  try {
    return await making;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}
