import { createHash } from "node:crypto";
import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { expectDefined } from "@working-social/kernel";
import type { EpochMs } from "@working-social/kernel";
import { readerOfFeed } from "./feed-reader.ts";
import { shownInFeed } from "./feed-window.ts";
import type { OpenedFeed } from "../queries.ts";

/** Raise it whenever `renderFeed` writes something else for the same rows. */
const RENDERING = 2;

/**
 * A strong validator (the ETag without its quotes): the same as long as the feed would be rendered the same, and another
 * one after any change of what it shows. It hashes which version of each row (xmin, the transaction that wrote it) is
 * visible now: unlike the newest `changed_at`, that can't miss a change that was dated earlier but committed later.
 */
export async function feedVersion(
  ctx: Pick<Context, "db" | "organizationId">,
  feed: OpenedFeed,
  now: EpochMs,
): Promise<string> {
  const { condition, hasLeft, values } = shownInFeed(feed, now);
  const [reader, [row]] = await Promise.all([
    readerOfFeed(ctx, feed),
    read(ctx).query<{ shown: string | null }>(
      `SELECT string_agg(concat_ws(' ', r.id, r.xmin, l.id, l.xmin, shown.bookings, shown.versions), ',' ORDER BY r.id, l.id) AS shown
     FROM (SELECT s.resource_id, s.location_id, count(*) AS bookings, sum(s.version) AS versions FROM (
             SELECT b.resource_id, b.location_id, uuid_hash_extended(b.id, b.xmin::text::bigint) AS version FROM bookings b WHERE ${condition}
             UNION ALL
             SELECT d.resource_id, d.location_id, uuid_hash_extended(b.id, b.xmin::text::bigint)
             FROM booking_departures d JOIN bookings b ON b.id = d.booking_id WHERE ${hasLeft}) s
           GROUP BY s.resource_id, s.location_id) shown
     JOIN resources r ON r.id = shown.resource_id JOIN locations l ON l.id = shown.location_id`,
      values,
    ),
  ]);
  const { shown } = expectDefined(row, "What a feed shows has no row.");
  const zones = process.versions["tz"] ?? "";
  return createHash("sha256")
    .update(`${feed.id} ${RENDERING} ${zones} ${reader.locale} ${reader.hourCycle} ${shown ?? ""}`)
    .digest("base64url")
    .slice(0, 27);
}
