import { createHash } from "node:crypto";
import type { Budget, Clock, Usage } from "@working-social/kernel";
import { draw, emptyAt, refundDraw } from "@working-social/kernel";
import type { Sql } from "./sql.ts";
import { timestamp } from "./sql.ts";

/** A budget of somebody or something: `name` says what is counted, `key` for whom. */
export interface Purse {
  readonly name: string;
  readonly key: string;
  readonly budget: Budget;
}

/**
 * Takes a point out of each purse, or none: then returns in how many seconds there will be one in each. All processes share
 * the purses; `tx` must be a transaction, and who draws at the same time takes turns. Null: taken.
 */
export async function drawFrom(tx: Sql, clock: Clock, purses: readonly Purse[]): Promise<number | null> {
  const usages = await lockUsages(tx, clock, purses);
  const now = clock.now(); // after the lock: whoever waited for it has a later time than who held it
  const drawn = purses.map((purse) => draw(purse.budget, usages.get(idOf(purse)) ?? null, now));
  const waits = drawn.flatMap(({ retryAfterMs }) => retryAfterMs ?? []);
  if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits) / 1000));
  await save(tx, purses, (index) => {
    const one = drawn[index];
    return one?.retryAfterMs === null ? one.usage : null;
  });
  return null;
}

/** Puts a point back into each purse: what was tried was no guess, or was right. */
export async function refundTo(tx: Sql, clock: Clock, purses: readonly Purse[]): Promise<void> {
  const usages = await lockUsages(tx, clock, purses);
  const now = clock.now();
  await save(tx, purses, (index) => {
    const purse = purses[index];
    return purse ? refundDraw(purse.budget, usages.get(idOf(purse)) ?? null, now) : null;
  });
}

/** Fills the purses again. */
export async function refill(tx: Sql, purses: readonly Purse[]): Promise<void> {
  await tx.query("DELETE FROM limits.budgets WHERE key = ANY($1)", [purses.map(idOf)]);
}

/** Rows in the order of their keys, so that two who draw from the same purses never wait for each other. */
async function lockUsages(tx: Sql, clock: Clock, purses: readonly Purse[]): Promise<Map<string, Usage>> {
  const ids = purses.map(idOf).sort();
  await tx.query(
    `INSERT INTO limits.budgets (key, used, at, empty_at)
     SELECT key, '{}', $2, $2 FROM unnest($1::text[]) WITH ORDINALITY AS given (key, place) ORDER BY place ON CONFLICT DO NOTHING`,
    [ids, timestamp(clock.now())],
  );
  const rows = await tx.query<Usage & { key: string }>(
    "SELECT key, used, at FROM limits.budgets WHERE key = ANY($1) ORDER BY key FOR NO KEY UPDATE",
    [ids],
  );
  return new Map(rows.map(({ key, ...usage }) => [key, usage]));
}

async function save(tx: Sql, purses: readonly Purse[], usageOf: (index: number) => Usage | null): Promise<void> {
  const rows = purses.flatMap((purse, index) => {
    const usage = usageOf(index);
    if (!usage) return [];
    const empty = timestamp(emptyAt(purse.budget, usage)).toISOString();
    return [{ key: idOf(purse), used: usage.used, at: timestamp(usage.at).toISOString(), empty }];
  });
  await tx.query(
    `UPDATE limits.budgets b SET used = n.used, at = n.at, empty_at = n.empty
     FROM jsonb_to_recordset($1::jsonb) AS n (key text, used double precision[], at timestamptz, empty timestamptz) WHERE b.key = n.key`,
    [JSON.stringify(rows)],
  );
}

/** No address of a person stands in the table. */
function idOf({ name, key }: Purse): string {
  return `${name}:${createHash("sha256").update(key).digest("base64url")}`;
}
