import type { Context, Sql } from "@working-social/db";
import { inTransaction, read, timestamp } from "@working-social/db";
import { mintOrganizationId } from "@working-social/kernel";
import type { CreditOwner, SettledSchedule } from "@working-social/credits";
import { expireCredits, openPeriod, settleScheduled } from "@working-social/credits";
import { openAmount } from "../rules.ts";
import { recordCharge } from "./record-charge.ts";
import { settleUnpaidUsage } from "./settle-unpaid-usage.ts";

/**
 * The ledger's job, for one organization: opens the period of every owner that has none yet or another plan than it was
 * opened with, settles usage scheduled for it, charges what credits don't cover, and lets what is over expire. One
 * transaction an owner, so that it can be stopped and run again at any point, beside itself too.
 */
export async function openPeriods(ctx: Context): Promise<{ opened: number; settled: number }> {
  let [opened, settled] = [0, 0];
  for (const owner of await ownersWithPlans(ctx))
    opened += await inTransaction(ctx, (tx) => openAndSettle(tx, ctx, owner));
  for (const personId of await peopleWithSchedules(ctx))
    settled += await inTransaction(ctx, (tx) => settlePerson(tx, ctx, personId));
  while ((await inTransaction(ctx, (tx) => expireCredits(tx, ctx))).lots === 500);
  return { opened, settled };
}

/** The job for every organization that has work for the ledger. A fault in one is thrown after the others had their turn. */
export async function openPeriodsEverywhere({ db, clock }: Pick<Context, "db" | "clock">): Promise<void> {
  const { rows } = await db.pool.query<{ id: string }>("SELECT organizations_with_credit_work($1::timestamptz) AS id", [
    timestamp(clock.now()),
  ]);
  const faults: unknown[] = [];
  for (const { id } of rows) {
    const ctx: Context = {
      db,
      clock,
      organizationId: mintOrganizationId(id),
      actor: { kind: "system", name: "credits" },
    };
    await openPeriods(ctx).catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, "Some organizations' periods could not be opened.");
}

/** What `openPeriods` does for one owner: also right after somebody's plan has changed. */
export async function openAndSettle(tx: Sql, ctx: Context, owner: CreditOwner): Promise<number> {
  const { isNew, granted, rolledOver } = await openPeriod(tx, ctx, { owner });
  if (granted + rolledOver > 0) await settleUnpaidUsage(tx, ctx, owner);
  return Number(isNew);
}

async function settlePerson(tx: Sql, ctx: Context, personId: string): Promise<number> {
  const settled = await settleScheduled(tx, ctx, { personId });
  for (const one of settled) await chargeMissing(tx, ctx, one);
  return settled.length;
}

async function chargeMissing(tx: Sql, ctx: Context, { price, consumption, ...usage }: SettledSchedule): Promise<void> {
  const { requested, missing } = consumption;
  if (price === null || missing === 0) return;
  const amountMinor = openAmount(price.amountMinor, requested, missing);
  await recordCharge(tx, ctx, {
    payer: { personId: usage.personId, teamId: usage.teamId },
    cause: usage.cause,
    amountMinor,
    currency: price.currency,
    lines: [
      {
        label: usage.cause.label,
        amountMinor,
        usage: { unit: usage.unit, quantity: missing, at: usage.at, resource: usage.resource },
      },
    ],
    idempotencyKey: `schedule:${usage.scheduleId}`,
  });
}

/** Teams first, so that their credits are there when their people's scheduled usage is settled. */
async function ownersWithPlans(ctx: Context): Promise<CreditOwner[]> {
  const rows = await read(ctx).query<{ person_id: string | null; team_id: string | null }>(
    `SELECT NULL::uuid AS person_id, id AS team_id FROM teams WHERE organization_id = $1::uuid AND plan_id IS NOT NULL AND archived_at IS NULL
     UNION SELECT id, NULL FROM people WHERE organization_id = $1::uuid AND plan_id IS NOT NULL AND status <> 'suspended'
     UNION SELECT l.person_id, l.team_id FROM credit_lots l JOIN credit_balances b ON b.lot_id = l.id
       WHERE l.organization_id = $1::uuid AND l.plan_id IS NOT NULL AND b.balance > 0
     ORDER BY team_id NULLS LAST, person_id`,
    [ctx.organizationId],
  );
  return rows.flatMap(({ person_id, team_id }): CreditOwner[] =>
    person_id ? [{ personId: person_id }] : team_id ? [{ teamId: team_id }] : [],
  );
}

async function peopleWithSchedules(ctx: Context): Promise<string[]> {
  const rows = await read(ctx).query<{ person_id: string }>(
    "SELECT DISTINCT person_id FROM credit_schedules WHERE organization_id = $1::uuid AND outcome IS NULL ORDER BY 1",
    [ctx.organizationId],
  );
  return rows.map((row) => row.person_id);
}
