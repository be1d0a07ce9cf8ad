import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An invoice that somebody else wrote. `fatal`: the rules that the official Schematron says it breaks. */
export interface Sample {
  readonly file: string;
  readonly xml: string;
  readonly fatal: readonly string[];
}

const FOLDER = join(process.env["SHARED_DATA_DIR"] ?? "", "einvoice");

/**
 * The public samples of EN 16931, Peppol, XRechnung and ZUGFeRD with the verdicts of April 2026, where they lie beside the
 * repository; none where they don't, and then this says so.
 */
export function samples(): readonly Sample[] {
  const index = join(FOLDER, "index.csv");
  if (process.env["SHARED_DATA_DIR"] === undefined || !existsSync(index)) {
    process.stderr.write("No sample invoices are read: SHARED_DATA_DIR has no einvoice/index.csv.\n");
    return [];
  }
  const [head = "", ...rows] = readFileSync(index, "utf8").trim().split(/\r?\n/);
  const fatalAt = head.split(",").indexOf("en16931_fatal");
  return rows.map((row) => {
    const cells = row.split(",");
    const file = cells[0] ?? "";
    const fatal = (cells[fatalAt] ?? "").split(" ").filter((rule) => rule !== "");
    return { file, xml: readFileSync(join(FOLDER, file), "utf8"), fatal };
  });
}
