import type { Context, Sql } from "@working-social/db";

/** Until contracts say otherwise, periods are months in the zone of the organization's first location; without one, UTC. */
export async function loadZone(sql: Sql, ctx: Context): Promise<string> {
  const [first] = await sql.query<{ time_zone: string }>(
    "SELECT time_zone FROM locations WHERE organization_id = $1::uuid ORDER BY archived_at IS NOT NULL, created_at, id LIMIT 1",
    [ctx.organizationId],
  );
  return first?.time_zone ?? "UTC";
}

/** `isSamePeriod` of two fragments of SQL: a column with when something's period began, and when it begins by now. */
export function isInPeriod(column: string, start: string): string {
  return `${column} > ${start} - interval '48 hours' AND ${column} < ${start} + interval '48 hours'`;
}
