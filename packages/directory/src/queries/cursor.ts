import { z } from "zod";
import { notFound } from "@working-social/kernel";

const RowId = z.uuid();

/** A cursor is the id of the last row of a page; the query compares with that row. Throws not_found for anything else. */
export function readCursor(cursor: string | null): string | null {
  if (cursor !== null && !RowId.safeParse(cursor).success) throw notFound("cursor");
  return cursor;
}
