import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { readerOfPerson } from "@working-social/directory";
import type { Reader } from "@working-social/kernel";
import { notFound, readerOf } from "@working-social/kernel";
import type { OpenedFeed } from "../queries.ts";

const PLACE = `SELECT l.language, l.region FROM locations l
  WHERE l.id = coalesce($1::uuid, (SELECT r.location_id FROM resources r WHERE r.id = $2::uuid))`;

/** How a feed is read: one's own as one reads, one of a room or a location as people do there, whoever made its address. */
export async function readerOfFeed(
  ctx: Pick<Context, "db" | "organizationId">,
  { kind, personId, locationId, resourceId }: OpenedFeed,
): Promise<Reader> {
  const sql = read(ctx);
  if (kind === "person") return readerOfPerson(sql, personId);
  const [place] = await sql.query<{ language: string; region: string | null }>(PLACE, [locationId, resourceId]);
  if (!place) throw notFound("location");
  return readerOf({ languages: [place.language], regions: [place.region] });
}
