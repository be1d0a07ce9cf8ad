import { z } from "zod";
import { ResourceKind } from "@working-social/booking/schema";
import { isEncoding } from "./formats/decode-file.ts";
import type { TimeFormat } from "./formats/time-format.ts";
import { parseTimeFormat } from "./formats/time-format.ts";

const Column = z.string().min(1).max(200);

/** Rooms that the file names and the location lacks: made on the way, or an error of the row. */
const MissingResources = z.strictObject({
  kind: ResourceKind,
  capacity: z.int().min(1).max(10_000),
  /** A second CSV that describes the rooms: which column names the room, and which ones its floor and description. */
  details: z
    .strictObject({
      file: z.string().min(1),
      resource: Column,
      floor: Column.nullable().default(null),
      description: z.array(Column).max(5).default([]),
    })
    .nullable()
    .default(null),
});

function toTimeFormat(text: string, ctx: z.RefinementCtx): TimeFormat {
  const format = parseTimeFormat(text);
  if (format) return format;
  ctx.addIssue({
    code: "custom",
    message:
      "needs year, month, day, hour and minute once each: YYYY or YY, MM or M, DD or D, HH or H (hh or h with A for AM and PM), mm",
  });
  return z.NEVER;
}

const Fields = z.strictObject({
  /** Names the source in every row's record: a second run of the same source adds only what is new. */
  source: z.string().min(1).max(100),
  delimiter: z.string().length(1).default(","),
  /** Of the file and of the rooms' details: windows-1252, iso-8859-2, utf-16be, …; null: UTF-8, or UTF-16 with the mark of Windows. */
  encoding: z
    .string()
    .refine(isEncoding, { error: "is no encoding that is known here, such as utf-8, windows-1252 or utf-16be" })
    .nullable()
    .default(null),
  columns: z.strictObject({
    resource: Column,
    startsAt: Column,
    endsAt: Column,
    /** Joined by " · "; empty: bookings without a title. */
    title: z.array(Column).max(5).default([]),
    /** What tells a row from all others of the source; empty: the line number, if the file is never re-sorted. */
    rowKey: z.array(Column).max(5).default([]),
    /** The member whose booking it is, by e-mail address; null: nobody's. */
    personEmail: Column.nullable().default(null),
  }),
  /** local: wall-clock time in the location's zone (2025-01-20 11:00); instant: with an offset (2025-01-20T11:00+02:00). */
  times: z.enum(["local", "instant"]),
  /** How local times are written, such as DD.MM.YYYY HH:mm; null: 2025-01-20 11:00. */
  timeFormat: z.string().max(60).transform(toTimeFormat).nullable().default(null),
  missingResources: MissingResources.nullable().default(null),
});
/** How the columns of a file become bookings. Written once for a source, kept beside the file. */
export const Mapping = Fields.refine(({ timeFormat, times }) => timeFormat === null || times === "local", {
  path: ["timeFormat"],
  error: "goes with times: local; times with an offset are written 2025-01-20T11:00+02:00",
});
export type Mapping = z.infer<typeof Mapping>;
