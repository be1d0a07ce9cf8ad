import { createHash } from "node:crypto";
import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { shownInFeed } from "./feed-window.ts";
import type { OpenedFeed } from "./queries.ts";

/** Raise it whenever `renderFeed` writes something else for the same rows. */
const RENDERING = 1;

/**
 * A strong validator (the ETag without its quotes): the same as long as the feed would be rendered the same, and another
 * one after any change of what it shows. It hashes which version of each row (xmin, the transaction that wrote it) is
 * visible now: unlike the newest `changed_at`, that can't miss a change that was dated earlier but committed later.
 */
export async function feedVersion(ctx: Pick<Context, "db" | "organizationId">, feed: OpenedFeed, now: EpochMs): Promise<string> {
  const { condition, values } = shownInFeed(feed, now);
  const [row] = await read(ctx).query<{ shown: string }>(
    `SELECT count(*) || ' ' || coalesce(sum(uuid_hash_extended(b.id, b.xmin::text::bigint)), 0)
       || ' ' || coalesce(sum(uuid_hash_extended(r.id, r.xmin::text::bigint)), 0)
       || ' ' || coalesce(sum(uuid_hash_extended(l.id, l.xmin::text::bigint)), 0) AS shown
     FROM bookings b JOIN resources r ON r.id = b.resource_id JOIN locations l ON l.id = b.location_id
     WHERE ${condition}`,
    values,
  );
  const zones = process.versions["tz"] ?? "";
  return createHash("sha256").update(`${feed.id} ${RENDERING} ${zones} ${row?.shown ?? ""}`).digest("base64url").slice(0, 27);
}
