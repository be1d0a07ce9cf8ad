import pg from "pg";
import { parseInstant } from "@working-social/kernel";

const { INT8, TIMESTAMPTZ } = pg.types.builtins;

/** A bigint as a number; throws a RangeError beyond what a number can be exact about. */
function exactNumber(text: string | bigint): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database holds ${text}, beyond what a number can be exact about.`);
  return value;
}

/** PostgreSQL writes 2026-11-26 14:00:00.5+00 in the ISO date style, which is ISO 8601 but for the blank. */
function parseTimestamp(text: string): number {
  return parseInstant(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, exactNumber],
  [TIMESTAMPTZ, parseTimestamp],
]);

/** bigint → safe number, timestamptz → EpochMs; all else as pg does it. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text") =>
    (format !== ("binary" as string) && parsers.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};
