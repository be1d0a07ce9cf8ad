import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/directory";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { UnknownUserView } from "./schema.ts";

/** Who printed and is nobody yet, most pages first. Needs manageBookings: the front desk. */
export async function unknownPrintUsers(ctx: Context): Promise<UnknownUserView[]> {
  authorize(ctx, "manageBookings");
  const rows = await read(ctx).query<
    Omit<UnknownUserView, "firstAt" | "lastAt"> & { firstAt: EpochMs; lastAt: EpochMs }
  >(
    `SELECT user_key AS "userKey", count(*)::int AS "jobCount", sum(coalesce(counted_sides, estimated_sides))::int AS sides,
       min(coalesce(printed_at, created_at)) AS "firstAt", max(coalesce(printed_at, created_at)) AS "lastAt"
     FROM print_jobs WHERE status = 'unassigned' GROUP BY user_key ORDER BY sides DESC, user_key LIMIT 500`,
  );
  return rows.map((row) => ({ ...row, firstAt: formatInstant(row.firstAt), lastAt: formatInstant(row.lastAt) }));
}
