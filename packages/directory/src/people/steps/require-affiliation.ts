import type { Sql } from "@working-social/db";
import { notFound } from "@working-social/kernel";

/** What a person is attached to. */
export interface Affiliation {
  teamId: string | null;
  planId: string | null;
  homeLocationId: string | null;
}

/** Throws not_found for the first of team, plan and location that is not there (or is another organization's). */
export async function requireAffiliation(sql: Sql, { teamId, planId, homeLocationId }: Affiliation): Promise<void> {
  const [found] = await sql.query<{ team: boolean; plan: boolean; location: boolean }>(
    `SELECT $1::uuid IS NULL OR EXISTS (SELECT FROM teams WHERE id = $1::uuid AND archived_at IS NULL) AS team,
       $2::uuid IS NULL OR EXISTS (SELECT FROM plans WHERE id = $2::uuid AND archived_at IS NULL) AS plan,
       $3::uuid IS NULL OR EXISTS (SELECT FROM locations WHERE id = $3::uuid AND archived_at IS NULL) AS location`,
    [teamId, planId, homeLocationId],
  );
  if (!found?.team) throw notFound("team");
  if (!found.plan) throw notFound("plan");
  if (!found.location) throw notFound("location");
}
