import type { Context, Sql } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { FIRST_OPENING_HOURS } from "../../rules.ts";

/** A new location is open in office hours until its manager says otherwise. */
export async function insertFirstHours(tx: Sql, ctx: Context, locationId: string): Promise<void> {
  const hours = FIRST_OPENING_HOURS.map((day) => ({ id: newId(), ...day }));
  await tx.query(
    `INSERT INTO opening_hours (id, organization_id, location_id, weekday, opens_minute, closes_minute)
     SELECT h.id, $1, $2, h.weekday, h."opensMinute", h."closesMinute"
     FROM json_to_recordset($3::json) AS h(id uuid, weekday int, "opensMinute" int, "closesMinute" int)`,
    [ctx.organizationId, locationId, JSON.stringify(hours)],
  );
}
