import { fixedClock, newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Purse } from "./budgets.ts";
import { drawFrom, refundTo, refill } from "./budgets.ts";
import { openDatabase } from "./database.ts";
import { transactionOf } from "./pool-transaction.ts";
import type { TestDatabase } from "./testing/index.ts";
import { createTestDatabase, TEST_NOW } from "./testing/index.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const aPurse = (points: number, perSeconds = 900): Purse => ({
  name: "test",
  key: newId(),
  budget: [{ points, perSeconds }],
});

describe("purses", () => {
  test("are drawn from all or none, say when there is a point again, and take one back", async () => {
    const clock = fixedClock(TEST_NOW);
    const { signInPool } = database.db;
    const [small, large] = [aPurse(2), aPurse(3)];
    const draw = (...purses: Purse[]) => transactionOf(signInPool, (tx) => drawFrom(tx, clock, purses));
    expect([await draw(small, large), await draw(large, small), await draw(small, large)]).toEqual([null, null, 450]);
    expect([await draw(large), await draw(large)]).toEqual([null, 300]);
    await transactionOf(signInPool, (tx) => refundTo(tx, clock, [small]));
    expect([await draw(small), await draw(small)]).toEqual([null, 450]);
    clock.advanceMinutes(7.5);
    expect([await draw(small), await draw(small)]).toEqual([null, 450]);
    await transactionOf(signInPool, (tx) => refill(tx, [small]));
    expect([await draw(small), await draw(small)]).toEqual([null, null]);
  });

  test("are shared by all processes: of forty at once, in whatever order of purses, ten get through", async () => {
    const other = openDatabase(database.ownerUrl, { maxConnections: 5 });
    const [a, b] = [aPurse(10, 1_000_000), aPurse(12, 1_000_000)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        transactionOf(index % 2 ? other.signInPool : database.db.pool, (tx) =>
          drawFrom(tx, systemClock, index % 3 ? [a, b] : [b, a]),
        ),
      ),
    );
    await other.close();
    expect(answers.filter((answer) => answer === null)).toHaveLength(10);
  });

  test("are kept under a name that tells no address", async () => {
    const purse = { ...aPurse(1), key: "ana@example.test" };
    await transactionOf(database.db.signInPool, (tx) => drawFrom(tx, systemClock, [purse]));
    const { rows } = await database.owner.query("SELECT * FROM limits.budgets");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("ana@");
  });
});
