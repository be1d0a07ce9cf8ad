import type { Context } from "@working-social/db";
import { inTransaction, read, timestamp } from "@working-social/db";
import { authorize, mintOrganizationId } from "@working-social/kernel";
import type { CreditOwner } from "@working-social/credits";
import { expireCredits } from "@working-social/credits";
import { openAndSettle, ownersWithWork } from "./open-and-settle.ts";

/**
 * The ledger's job, for one organization: opens the period of every owner that has none yet or another plan than it was
 * opened with, settles usage scheduled for it, charges what credits don't cover, and lets what is over expire. One
 * transaction for a team and its people, so that it can be stopped and run again at any point, beside itself too.
 */
export async function openPeriods(ctx: Context): Promise<{ opened: number; settled: number }> {
  authorize(ctx, ...openPeriods.needs);
  let [opened, settled] = [0, 0];
  for (const owner of await sharersWithWork(ctx)) {
    const done = await inTransaction(ctx, (tx) => openAndSettle(tx, ctx, owner));
    opened += done.opened;
    settled += done.settled;
  }
  while ((await inTransaction(ctx, (tx) => expireCredits(tx, ctx))).lots === 500);
  return { opened, settled };
}
openPeriods.needs = ["openPeriods"] as const;

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
      actor: { kind: "job", job: "open_periods" },
    };
    await openPeriods(ctx).catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, "Some organizations' periods could not be opened.");
}

/** Each team with work for it or its people, and each person without a team, once. */
async function sharersWithWork(ctx: Context): Promise<CreditOwner[]> {
  const rows = await ownersWithWork(read(ctx), ctx, null);
  const teams = new Set(rows.flatMap((row) => row.team_id ?? []));
  const alone = rows.filter((row) => row.team_id === null).map((row) => row.id);
  return [...[...teams].map((teamId) => ({ teamId })), ...alone.map((personId) => ({ personId }))];
}
