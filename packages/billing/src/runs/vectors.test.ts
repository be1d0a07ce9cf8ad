import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { continueRuns } from "./commands/continue-run.ts";
import { startRun } from "./commands/start-run.ts";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";

// Some of the timelines that an independent program computed, as contracts of people, billed by one run in the database. All of
// them go through the rules in `rules/vectors.test.ts`.

const file = resolve(process.env["SHARED_DATA_DIR"] ?? "", "billing/vectors.json");
const isThere = process.env["SHARED_DATA_DIR"] !== undefined && existsSync(file);
if (!isThere) process.stderr.write("SKIPPED: there is no SHARED_DATA_DIR with billing/vectors.json.\n");

const Vector = z.object({
  id: z.string(),
  intervalMonths: z.number(),
  start: z.string(),
  billing: z.object({ kind: z.string(), day: z.number().optional() }),
  versions: z.array(z.object({ from: z.string(), priceMinor: z.number() })),
  discount: z.object({ basisPoints: z.number(), periods: z.number() }).nullable(),
  pauses: z.array(z.object({ from: z.string(), until: z.string() })),
  lastDay: z.string().nullable(),
  expected: z.array(
    z.object({
      until: z.string(),
      segments: z.array(z.object({ from: z.string(), until: z.string(), amountMinor: z.number() })),
    }),
  ),
});
type Vector = z.infer<typeof Vector>;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** The contract of a person, who is the answer. */
async function insertContract({ space, locationId }: BilledSpace, vector: Vector): Promise<string> {
  const { organizationId } = space;
  const { id: personId } = await aPerson(database.owner, organizationId);
  const [id, lineId, planId] = [newId(), newId(), newId()];
  const run = (sql: string, values: unknown[]) => database.owner.query(sql, values);
  await run("INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, $3, now())", [
    planId,
    organizationId,
    vector.id,
  ]);
  await run(
    `INSERT INTO contracts (id, organization_id, kind, person_id, billing_account_id, location_id, currency, price_mode, starts_on, ends_on, interval_months,
       billing_day, bill_from, created_at)
     SELECT $1, $2, 'membership', $3, a.id, $4, 'USD', 'gross', $5, $6, $7, $8, $5, now() FROM billing_accounts a WHERE a.person_id = $3`,
    [
      id,
      organizationId,
      personId,
      locationId,
      vector.start,
      vector.lastDay,
      vector.intervalMonths,
      vector.billing.day ?? null,
    ],
  );
  await run(
    "INSERT INTO contract_lines (id, organization_id, contract_id, position, kind) VALUES ($1, $2, $3, 0, 'plan')",
    [lineId, organizationId, id],
  );
  for (const [place, { from, priceMinor }] of vector.versions.entries())
    await run(
      `INSERT INTO contract_terms (id, organization_id, line_id, valid_from, plan_id, unit_price_minor, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')`,
      [newId(), organizationId, lineId, from, planId, priceMinor, place],
    );
  for (const { from, until } of vector.pauses)
    await run(
      "INSERT INTO contract_pauses (id, organization_id, contract_id, starts_on, until_day, created_at) VALUES ($1, $2, $3, $4, $5, now())",
      [newId(), organizationId, id, from, until],
    );
  if (vector.discount)
    await run(
      "INSERT INTO contract_discounts (contract_id, organization_id, basis_points, periods, created_at) VALUES ($1, $2, $3, $4, now())",
      [id, organizationId, vector.discount.basisPoints, vector.discount.periods],
    );
  return personId;
}

test.runIf(isThere)("contracts of other people's arithmetic are invoiced to the cent", async () => {
  const { contracts } = z.object({ contracts: z.array(Vector) }).parse(JSON.parse(readFileSync(file, "utf8")));
  const some = contracts.filter((_, place) => place % 8 === 0);
  const billed = await aBilledSpace(database, { taxBasisPoints: 0 });
  const people = new Map<string, Vector>();
  for (const vector of some) people.set(await insertContract(billed, vector), vector);
  const last = some
    .flatMap(({ expected }) => expected.map(({ until }) => until))
    .reduce((one, other) => (one > other ? one : other));
  billed.on(last);
  await startRun(billed.manager, { issueDate: last });
  const job = database.context(billed.space.organizationId, { kind: "job", job: "run_billing" }, billed.space.clock);
  await continueRuns(job, (fault) => {
    throw fault;
  });
  const { rows } = await database.owner.query<{ person_id: string; from: string; until: string; amount: number }>(
    `SELECT c.person_id, l.service_from::text AS from, l.service_until::text AS until, l.amount_minor::float8 AS amount FROM invoice_lines l
     JOIN contract_lines n ON n.id = l.contract_line_id JOIN contracts c ON c.id = n.contract_id WHERE c.organization_id = $1 ORDER BY l.service_from`,
    [billed.space.organizationId],
  );
  const invoiced = Map.groupBy(rows, (row) => row.person_id);
  for (const [personId, { id, expected, versions }] of people) {
    const until = expected.at(-1)?.until ?? "";
    const lines = (invoiced.get(personId) ?? []).filter((row) => row.until <= until);
    // Of nothing that has a price nothing is issued.
    const isPriced = versions.some(({ priceMinor }) => priceMinor > 0);
    const wanted = (isPriced ? expected : []).flatMap(({ segments }) =>
      segments.map(({ from, until: end, amountMinor }) => ({ from, until: end, amount: amountMinor })),
    );
    expect({ id, lines: lines.map(({ from, until: end, amount }) => ({ from, until: end, amount })) }).toEqual({
      id,
      lines: wanted,
    });
  }
  expect(people.size).toBe(50);
});
