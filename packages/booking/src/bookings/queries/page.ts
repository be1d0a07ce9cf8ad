import type { EpochMs } from "@working-social/kernel";
import { notFound } from "@working-social/kernel";

/** Where a page ended: the last row's sorting instant and id. Rows that come or go meanwhile never shift a page. */
export interface Cursor {
  at: EpochMs;
  id: string;
}

export const PAGE_SIZE = 50;

function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString("base64url");
}

/** Refuses with not_found what `writeCursor` has not written. */
export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const [, at, id] = /^(-?\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(text, "base64url").toString()) ?? [];
  if (at === undefined || id === undefined) throw notFound("page");
  return { at: Number(at), id };
}

/** Cuts the one row too many that says whether there is another page. */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  at: (row: Row) => EpochMs,
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: last && rows.length > PAGE_SIZE ? writeCursor({ at: at(last), id: last.id }) : null,
  };
}
