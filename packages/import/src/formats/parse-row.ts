import { LONGEST_MINUTES } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { normalLine, parseInstant } from "@working-social/kernel";
import type { Mapping } from "../schema.ts";
import type { TimeFormat } from "./time-format.ts";
import { readByFormat } from "./time-format.ts";

/** A row as the file has it: its line, for people to find it, and its cells by column name. */
export interface SourceRow {
  line: number;
  cells: Record<string, string | undefined>;
  /** Why its cells can't be read. */
  spoiled?: string | null;
}

/** A row that makes sense by itself; whether its room exists and is free is decided later. */
export interface ParsedRow {
  line: number;
  rowKey: string;
  resourceName: string;
  slot: Interval;
  title: string;
  personEmail: string | null;
}

export interface InvalidRow {
  line: number;
  rowKey: string;
  /** Why, in words for the person who made the file. */
  message: string;
}

/** An index entry has its limits. */
const LONGEST_KEY = 300;
const LONGEST_MS = LONGEST_MINUTES * 60_000;
const EARLIEST = parseInstant("1990-01-01T00:00:00Z");
const LATEST = parseInstant("2100-01-01T00:00:00Z");

/** Reads one row by the mapping; a row that can't be a booking says why. */
export function parseRow(row: SourceRow, mapping: Mapping, zone: string): ParsedRow | InvalidRow {
  const { columns, times } = mapping;
  if (row.spoiled) return { line: row.line, rowKey: `line ${row.line}`, message: row.spoiled };
  const cell = (column: string) => storable(row.cells[column] ?? "");
  const ownKey = columns.rowKey.map(cell).join("|");
  const isKeyTooLong = ownKey.length > LONGEST_KEY;
  const rowKey = columns.rowKey.length > 0 && !isKeyTooLong ? ownKey : `line ${row.line}`;
  const invalid = (message: string): InvalidRow => ({ line: row.line, rowKey, message });
  if (isKeyTooLong) return invalid(`Its key has ${ownKey.length} characters; at most ${LONGEST_KEY} are allowed.`);
  const resourceName = cell(columns.resource);
  if (resourceName === "") return invalid(`No room: the column "${columns.resource}" is empty.`);
  if (resourceName.length > 120)
    return invalid(`The room's name has ${resourceName.length} characters; at most 120 are allowed.`);
  const read = (column: string) =>
    times === "local" ? readLocal(cell(column), zone, mapping.timeFormat) : readInstant(cell(column));
  const [start, end] = [read(columns.startsAt), read(columns.endsAt)];
  if (typeof start === "string") return invalid(`${columns.startsAt}: ${start}`);
  if (typeof end === "string") return invalid(`${columns.endsAt}: ${end}`);
  const problem = slotProblem(start, end);
  if (problem) return invalid(problem);
  const title = columns.title
    .map(cell)
    .filter((part) => part !== "")
    .join(" · ")
    .slice(0, 120)
    .replace(/[\uD800-\uDBFF]$/, "");
  const personEmail = columns.personEmail === null ? null : cell(columns.personEmail).toLowerCase() || null;
  return { line: row.line, rowKey, resourceName, slot: { start, end }, title, personEmail };
}

/** The text in one line, normalised like what people type, without what no database can hold: control characters, NUL among them, and half characters. */
export function storable(text: string): string {
  return normalLine(text.toWellFormed().replaceAll(/\p{Cc}+/gu, " "));
}

function slotProblem(start: EpochMs, end: EpochMs): string | null {
  if (end < start) return "It ends before it starts.";
  if (end === start) return "It ends when it starts.";
  if (end - start > LONGEST_MS) return `It is longer than ${LONGEST_MINUTES / 1440} days.`;
  return start < EARLIEST || end > LATEST ? "It lies before 1990 or after 2100." : null;
}

/** A wall-clock time in the zone; a message when it is none, or when the clock skipped it. Twice: the first. */
function readLocal(text: string, zone: string, format: TimeFormat | null): EpochMs | string {
  const local = format ? readByFormat(text, format) : readIso(text);
  if (local === null)
    return text === ""
      ? "It is empty."
      : `"${text}" is not a time such as ${format ? format.text : "2025-01-20 11:00"}.`;
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: "reject" });
    const zoned = plain.toZonedDateTime(zone);
    if (!zoned.toPlainDateTime().equals(plain))
      return `"${text}" never happened in ${zone}: the clock was put forward over it.`;
    return zoned.epochMilliseconds;
  } catch {
    return `"${text}" is not on the calendar.`;
  }
}

function readIso(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?$/.exec(text);
  return match && `${match[1]}T${match[2]}${match[3] ?? ""}`;
}

function readInstant(text: string): EpochMs | string {
  if (text === "") return "It is empty.";
  if (!/(Z|[+-]\d\d:?\d\d)$/i.test(text)) return `"${text}" has no offset from UTC, so nobody knows when it was.`;
  try {
    return parseInstant(text.replace(" ", "T"));
  } catch {
    return `"${text}" is not a time such as 2025-01-20T11:00+02:00.`;
  }
}
