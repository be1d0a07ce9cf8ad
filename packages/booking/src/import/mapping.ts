import { z } from "zod";
import { ResourceKind } from "../shared.ts";

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
      floor: Column.nullable(),
      description: z.array(Column).max(5),
    })
    .nullable(),
});

/** How the columns of a file become bookings. Written once for a source, kept beside the file. */
export const Mapping = z.strictObject({
  /** Names the source in every row's record: a second run of the same source adds only what is new. */
  source: z.string().min(1).max(100),
  delimiter: z.string().length(1).default(","),
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
  missingResources: MissingResources.nullable().default(null),
});
export type Mapping = z.infer<typeof Mapping>;
