import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { COUNTRY_CODES, hasPostCodes, isCountry } from "./countries.ts";
import { ELECTRONIC_SCHEMES, isElectronicScheme } from "./electronic-schemes.ts";
import { EXEMPTION_CODES } from "./exemption-codes.ts";

// The lists of EN 16931 lie beside the repository: where they are, ours say exactly the same.
const file = resolve(process.env["SHARED_DATA_DIR"] ?? "nowhere", "einvoice/codelists/en16931-allowed-codes.json");
const lists = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, { ubl: string[] }>) : null;
if (!lists) process.stderr.write(`SKIPPED: code lists of EN 16931, since ${file} is absent (set SHARED_DATA_DIR).\n`);

describe.runIf(lists)("as the rules of EN 16931 have them", () => {
  const allowed = (rule: string) => lists?.[rule]?.ubl.toSorted();
  test("countries, but for Kosovo and the two that are none", () => {
    expect(allowed("BR-CL-14")?.filter((code) => !["1A", "XI"].includes(code))).toEqual([...COUNTRY_CODES].sort());
  });
  test("electronic address schemes", () => {
    expect(allowed("BR-CL-25")).toEqual([...ELECTRONIC_SCHEMES].sort());
  });
  test("reasons of exemption", () => {
    expect(allowed("BR-CL-22")).toEqual([...EXEMPTION_CODES].sort());
  });
});

test("codes are told apart from what only looks like one", () => {
  expect(["DE", "NP", "de", "EU", "ZZ", "UK", ""].map(isCountry)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(["EM", "0204", "em", "9999", ""].map(isElectronicScheme)).toEqual([true, true, false, false, false]);
  expect([EXEMPTION_CODES.has("VATEX-EU-AE"), EXEMPTION_CODES.has("VATEX-EU-XX")]).toEqual([true, false]);
  expect(["DE", "HK", "IE"].map(hasPostCodes)).toEqual([true, false, true]);
});
