import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CauseType, EpochMs } from "@working-social/kernel";
import { loadZone } from "../queries/load-zone.ts";
import { lockOwners } from "../steps/owner.ts";
import { periodOf } from "../rules/period.ts";
import type { Cause, Consumption, CreditResource, CreditUnit } from "../schema.ts";
import { consumeCredits } from "./consume-credits.ts";

/** Scheduled usage whose period has come, and what credits covered of it; the rest is for `charges` to charge. */
export interface SettledSchedule {
  scheduleId: string;
  personId: string;
  teamId: string | null;
  unit: CreditUnit;
  at: EpochMs;
  resource: CreditResource | undefined;
  cause: Cause;
  price: { amountMinor: number; currency: string } | null;
  consumption: Consumption;
}

interface DueRow {
  id: string;
  person_id: string;
  team_id: string | null;
  unit: CreditUnit;
  currency: string | null;
  quantity: number;
  used_at: number;
  created_at: number;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
  cause_type: CauseType;
  cause_id: string;
  cause_label: string;
  price_minor: number | null;
  price_currency: string | null;
}

/**
 * Takes what was scheduled for these people and lies in a period that has begun, in the order in which it was scheduled: a
 * promise made first is kept first, also among people who share a team's credits. Call it after `openPeriod` for all of them
 * and their teams. Each is settled once, whoever comes first.
 */
export async function settleScheduled(
  tx: Sql,
  ctx: Context,
  { personIds }: { personIds: readonly string[] },
): Promise<SettledSchedule[]> {
  await lockOwners(tx, ctx, [], personIds);
  const period = periodOf(ctx.clock.now(), await loadZone(tx, ctx));
  const due = await tx.query<DueRow>(
    `UPDATE credit_schedules s SET outcome = 'settled', resolved_at = $4::timestamptz FROM people p
     WHERE s.organization_id = $1::uuid AND s.person_id = ANY($2::uuid[]) AND p.id = s.person_id AND s.outcome IS NULL AND s.used_at < $3::timestamptz
     RETURNING s.id, s.created_at, s.person_id, p.team_id, s.unit, s.currency, s.quantity, s.used_at, s.resource_id, s.resource_kind, s.location_id,
       s.cause_type, s.cause_id, s.cause_label, s.price_minor, s.price_currency`,
    [ctx.organizationId, personIds, timestamp(period.end), timestamp(ctx.clock.now())],
  );
  const settled: SettledSchedule[] = [];
  for (const row of due.sort((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1)))
    settled.push(await settle(tx, ctx, row));
  return settled;
}

async function settle(tx: Sql, ctx: Context, row: DueRow): Promise<SettledSchedule> {
  const { resource_id, resource_kind, location_id, price_minor, price_currency } = row;
  const resource =
    resource_id && resource_kind && location_id
      ? { id: resource_id, kind: resource_kind, locationId: location_id }
      : undefined;
  const usage = {
    personId: row.person_id,
    unit: row.unit,
    at: row.used_at,
    resource,
    cause: { type: row.cause_type, id: row.cause_id, label: row.cause_label },
  };
  const consumption = await consumeCredits(tx, ctx, {
    ...usage,
    currency: row.currency,
    quantity: row.quantity,
    idempotencyKey: `schedule:${row.id}`,
  });
  const price =
    price_minor === null || price_currency === null ? null : { amountMinor: price_minor, currency: price_currency };
  return { scheduleId: row.id, teamId: row.team_id, ...usage, price, consumption };
}
