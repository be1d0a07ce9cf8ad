import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { renderInvoicePdf } from "./render-invoice-pdf.ts";
import { aLine, aSheet } from "./testing/a-sheet.ts";
import { checkPdfA } from "./testing/check-pdf-a.ts";
import { textsOf } from "./testing/read-pdf.ts";

const folder = resolve(process.env["SHARED_DATA_DIR"] ?? "nowhere", "naughty");
const isThere = existsSync(folder);
if (!isThere) {
  process.stdout.write(
    "SKIPPED: naughty strings and names of the world on an invoice; set SHARED_DATA_DIR to the folder that holds naughty/.\n",
  );
}

/** The big list of naughty strings, and a full name in each language that CLDR has one of. */
const LISTS: [name: string, texts: () => string[]][] = [
  ["naughty strings", () => read<string[]>("blns.json")],
  ["names", () => Object.values(read<Record<string, Names>>("cldr_sample_person_names.json")).map(fullNameOf)],
];

type Names = Readonly<Record<string, Readonly<Record<string, string>>>>;

function fullNameOf(names: Names): string {
  return Object.values(names["nativeFull"] ?? {}).join(" ");
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(resolve(folder, file), "utf8")) as T;
}

test.skipIf(!isThere).each(LISTS)(
  "%s stand on an archive, each of them",
  async (_, textsOfList) => {
    const texts = textsOfList();
    const lines = texts.map((text, index) => aLine({ description: `(${index})`, detail: text }));
    const sheet = aSheet({ groups: [{ heading: null, detail: null, sumMinor: null, lines }] });
    const bytes = await renderInvoicePdf(sheet, { xml: new Uint8Array([60]), xmlProfile: "en16931", createdAt: 0 });
    expect(await checkPdfA(bytes)).toEqual([]);
    const shown = (await textsOf(bytes)).join(" ");
    expect(texts.flatMap((text, index) => (shown.includes(`(${index})`) ? [] : [text]))).toEqual([]);
    expect(texts.length).toBeGreaterThan(50);
  },
  120_000,
);
