import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DomainError, newId } from "@working-social/kernel";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { expireCredits } from "./commands/expire-credits.ts";
import { holdCredits } from "./commands/hold-credits.ts";
import { refundCredits } from "./commands/refund-credits.ts";
import { settleHold } from "./commands/settle-hold.ts";
import { clawBackCredits } from "./commands/claw-back-credits.ts";
import { voidHold } from "./commands/void-hold.ts";
import { explainBalance } from "./statements/queries.ts";
import { loadWallet } from "./queries.ts";
import type { CreditPart } from "./schema.ts";
import type { Ledger } from "./testing/a-ledger.ts";
import { aGrant, aLedger, aUsage } from "./testing/a-ledger.ts";
import { ModelLedger } from "./testing/model-ledger.ts";

// CREDITS_MODEL_OPERATIONS=50000 npx vitest run --project credits model
const OPERATIONS = Number(process.env.CREDITS_MODEL_OPERATIONS ?? 1000);
const CLIENTS = 16;
const seed = Number(process.env.CREDITS_MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: CLIENTS });
});
afterAll(() => database.close());

type Operation =
  | { verb: "grant"; mine: boolean; quantity: number; days: number | null }
  | { verb: "consume"; who: number; quantity: number }
  | { verb: "hold"; who: number; quantity: number }
  | { verb: "settle"; which: number; quantity: number }
  | { verb: "void"; which: number }
  | { verb: "refund"; which: number; quantity: number | "all" }
  | { verb: "takeBack"; quantity: number }
  | { verb: "repeat"; which: number }
  | { verb: "expire" }
  | { verb: "wait"; minutes: number };

const quantity = fc.integer({ min: 1, max: 120 });
const which = fc.nat(1000);
const operations: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant("grant" as const),
      mine: fc.boolean(),
      quantity,
      days: fc.option(fc.integer({ min: 0, max: 3 })),
    }),
  },
  { weight: 5, arbitrary: fc.record({ verb: fc.constant("consume" as const), who: fc.nat(1), quantity }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant("hold" as const), who: fc.nat(1), quantity }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant("settle" as const), which, quantity: fc.nat(150) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("void" as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant("refund" as const),
      which,
      quantity: fc.oneof(fc.constant("all" as const), quantity),
    }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("takeBack" as const), quantity }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant("repeat" as const), which }) },
  { weight: 1, arbitrary: fc.constant({ verb: "expire" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 1500 }) }),
  },
);

/** Runs one operation against the real ledger, and tells the model what it did; `isAlone`: and compares. */
class Runner {
  readonly model = new ModelLedger();
  readonly holds: { id: string; causeId: string }[] = [];
  readonly usages: ReturnType<typeof aUsage>[] = [];
  readonly ledger: Ledger;
  readonly isAlone: boolean;
  constructor(ledger: Ledger, isAlone: boolean) {
    this.ledger = ledger;
    this.isAlone = isAlone;
  }

  /** Only alone: the others may have taken something between the model's look and the ledger's. */
  private compare(real: readonly CreditPart[], expected: readonly CreditPart[]): void {
    const [is, should] = [shown(real), shown(expected)];
    if (this.isAlone && is !== should) throw new Error(`The ledger took ${is}, the model ${should}.`);
  }

  async run(operation: Operation): Promise<void> {
    const { ledger, model } = this;
    const { system, inside } = ledger;
    const { clock } = ledger.space;
    switch (operation.verb) {
      case "grant": {
        const owner = operation.mine ? { personId: ledger.ana } : { teamId: ledger.team };
        const expiresAt = operation.days === null ? null : clock.now() + operation.days * 86_400_000 + 3_600_000;
        const { lotId } = await ledger.grant(owner, operation.quantity, {
          ...aGrant(owner, operation.quantity),
          expiresAt,
        });
        return model.grant({
          id: lotId,
          owner: operation.mine ? "ana" : "team",
          quantity: operation.quantity,
          expiresAt,
        });
      }
      case "consume": {
        const usage = aUsage(operation.who === 0 ? ledger.ana : ledger.ben, operation.quantity, clock.now());
        const taken = await ledger.consume(usage.personId, operation.quantity, usage);
        this.usages.push(usage);
        this.compare(taken.parts, model.allocate(operation.who === 0, operation.quantity, clock.now()));
        return model.take(usage.cause.id, taken.parts);
      }
      case "hold": {
        const usage = aUsage(operation.who === 0 ? ledger.ana : ledger.ben, operation.quantity, clock.now());
        const expected = model.allocate(operation.who === 0, operation.quantity, clock.now());
        const hold = await inside((tx) => holdCredits(tx, system, { ...usage, expiresAt: usage.at + 900_000 }));
        this.compare(hold.parts, expected);
        this.holds.push({ id: hold.id, causeId: usage.cause.id });
        return model.hold({ id: hold.id, parts: hold.parts, expiresAt: usage.at + 900_000 });
      }
      case "settle": {
        const hold = this.holds[operation.which % this.holds.length];
        if (!hold) return;
        const taken = await refusedOr(() =>
          inside((tx) => settleHold(tx, system, { holdId: hold.id, quantity: operation.quantity })),
        );
        if (taken) model.settle(hold.id, taken.transferId, hold.causeId, taken.parts);
        return;
      }
      case "void": {
        const hold = this.holds[operation.which % this.holds.length];
        if (hold && (await refusedOr(() => inside((tx) => voidHold(tx, system, { holdId: hold.id })).then(() => true))))
          model.endHold(hold.id);
        return;
      }
      case "refund": {
        const usage = this.usages[operation.which % this.usages.length];
        if (!usage) return;
        const refunds = await inside((tx) =>
          refundCredits(tx, system, { cause: usage.cause, quantity: operation.quantity, reason: "cancelled" }),
        );
        return model.refund(
          usage.cause.id,
          refunds.flatMap((one) => one.parts),
        );
      }
      case "takeBack": {
        const cause = { type: "by_hand" as const, id: ledger.ana, label: "x" };
        const { parts } = await inside((tx) =>
          clawBackCredits(tx, system, {
            owner: { teamId: ledger.team },
            unit: "room_minutes",
            quantity: operation.quantity,
            cause,
            reason: "x",
            idempotencyKey: newId(),
          }),
        );
        return model.take(newId(), parts);
      }
      case "repeat": {
        const usage = this.usages[operation.which % this.usages.length];
        if (usage) await ledger.consume(usage.personId, usage.quantity, usage);
        return;
      }
      case "expire":
        await inside((tx) => expireCredits(tx, system));
        return;
      case "wait":
        // In the concurrent run the clock would move under the others' feet; there it moves between the rounds.
        if (this.isAlone) clock.advanceMinutes(operation.minutes);
    }
  }
}

const shown = (parts: readonly CreditPart[]) => parts.map((part) => `${part.quantity} of ${part.lotId}`).join(", ");

async function refusedOr<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && ["hold_over", "idempotency_key_reused"].includes(error.refusal.code))
      return null;
    throw error;
  }
}

/** The sums that the database keeps, beside those of the model, lot by lot; and what Ana is told, beside her lots. */
async function expectSameAsModel({ ledger, model }: Runner): Promise<void> {
  const { organizationId, clock } = ledger.space;
  const { rows } = await database.owner.query<{
    lot_id: string;
    balance: string;
    held: string;
    entries: string;
    broken: string;
  }>(
    `SELECT b.lot_id, b.balance, b.held, (SELECT sum(e.quantity) FROM credit_entries e WHERE e.lot_id = b.lot_id) AS entries,
       coalesce((SELECT -sum(e.quantity) FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id WHERE e.lot_id = b.lot_id AND t.kind = 'expire'), 0) AS broken
     FROM credit_balances b WHERE b.organization_id = $1`,
    [organizationId],
  );
  const real = new Map(rows.map((row) => [row.lot_id, Number(row.balance) + Number(row.broken)]));
  expect(real).toEqual(model.balances());
  for (const row of rows) expect([row.entries, Number(row.balance) >= Number(row.held)]).toEqual([row.balance, true]);
  const wallet = await ledger.inside((tx) => loadWallet(tx, ledger.system, { personId: ledger.ana }));
  const explained = await explainBalance(ledger.space.as("owner"), {
    personId: ledger.ana,
    unit: "room_minutes",
    currency: null,
    from: "2026-11-01",
    to: "2028-10-01",
  });
  const alive = rows
    .filter((row) => model.isAlive(row.lot_id, clock.now()))
    .reduce((sum, row) => sum + Number(row.balance), 0);
  expect((wallet.balances[0]?.balance ?? 0) + (wallet.balances[0]?.held ?? 0)).toBe(alive);
  expect(explained.closing).toBe(rows.reduce((sum, row) => sum + Number(row.balance), 0));
}

test("one client: the ledger does what the model does, step by step", async () => {
  const length = Math.max(20, Math.round(OPERATIONS / 4 / 8));
  await fc.assert(
    fc.asyncProperty(fc.array(operations, { minLength: Math.floor(length / 2), maxLength: length }), async (steps) => {
      const runner = new Runner(await aLedger(database), true);
      for (const step of steps) await runner.run(step);
      await expectSameAsModel(runner);
    }),
    { seed, numRuns: 8, endOnFailure: true },
  );
}, 1_800_000);

test("sixteen clients at once: every acknowledged movement is there, once, and nothing else", async () => {
  let runner = new Runner(await aLedger(database), false);
  const steps = fc.sample(operations, { seed, numRuns: Math.round((OPERATIONS * 3) / 4) });
  const ROUND = 200;
  // A team's few years of credits; then the next team, since nobody's wallet holds thousands of lots.
  const LIFE = 10 * ROUND;
  for (let from = 0; from < steps.length; from += ROUND) {
    if (from > 0 && from % LIFE === 0) runner = new Runner(await aLedger(database), false);
    const queue = steps.slice(from, from + ROUND);
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        for (let step = queue.pop(); step; step = queue.pop()) await runner.run(step);
      }),
    );
    await expectSameAsModel(runner);
    runner.ledger.space.clock.advanceMinutes(300);
  }
  expect(runner.usages.length, `seed ${seed}`).toBeGreaterThan(0);
}, 1_800_000);
