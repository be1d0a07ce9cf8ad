import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { previewContractChange } from "../previews/queries/preview-contract-change.ts";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";
import { changeContract } from "./commands/change-contract.ts";
import type { Contract, ContractChange } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const refusal = (code: string, more: object = {}) => ({ refusal: { code, ...more } });
const lastLines = async (billed: BilledSpace) =>
  (
    await database.owner.query(
      `SELECT l.code, l.amount_minor::int AS amount, l.service_from::text AS from, l.service_until::text AS until
       FROM invoice_lines l WHERE l.invoice_id = (SELECT id FROM invoices WHERE organization_id = $1 ORDER BY issued_at DESC, number DESC LIMIT 1) ORDER BY position`,
      [billed.space.organizationId],
    )
  ).rows;

/** Ana's membership from 1 December on, billed until the end of the month. */
async function aMembership(version: Parameters<BilledSpace["plan"]>[0] = {}) {
  const billed = await aBilledSpace(database);
  billed.on("2026-12-01");
  const plan = await billed.plan(version);
  const contract = await billed.sign(plan);
  await billed.bill("2026-12-01");
  const change = (one: ContractChange, as = billed.manager) => changeContract(as, { id: contract.id, change: one });
  const member = database.context(
    billed.space.organizationId,
    { kind: "person", personId: billed.ana, role: "member" },
    billed.space.clock,
  );
  return { billed, plan, contract, change, member };
}

describe("a change", () => {
  test("is previewed by the very lines that are invoiced", async () => {
    const { billed, contract, change } = await aMembership();
    billed.on("2026-12-10");
    const larger = await billed.plan({ prices: [{ fromPeriod: 0, priceMinor: 310_00 }] });
    const wanted: ContractChange = { kind: "plan", planVersionId: larger.id, quantity: 1, from: { on: "2026-12-11" } };
    const preview = await previewContractChange(billed.manager, { id: contract.id, change: wanted });
    expect(preview.before).toEqual([]);
    await change(wanted);
    await billed.bill("2026-12-11");
    const previewed = preview.after.flatMap(({ lines }) =>
      lines.map(({ item, amountMinor, serviceFrom, serviceUntil }) => ({
        code: item.code,
        amount: amountMinor,
        from: serviceFrom,
        until: serviceUntil,
      })),
    );
    expect(await lastLines(billed)).toEqual(previewed);
    expect(previewed).toHaveLength(2);
  });

  test("at renewal begins with the next period, and is taken back before", async () => {
    const { billed, plan, change } = await aMembership();
    billed.on("2026-12-10");
    const smaller = await billed.plan({ prices: [{ fromPeriod: 0, priceMinor: 90_00 }] });
    const changed = await change({ kind: "plan", planVersionId: smaller.id, quantity: 1, from: "renewal" });
    expect(changed.lines[0]?.terms.at(-1)).toMatchObject({ validFrom: "2027-01-01", planVersionId: smaller.id });
    const undone = await change({ kind: "undo", what: "plan" });
    expect(undone.lines[0]?.terms.map((term) => term.planVersionId)).toEqual([plan.id]);
    await expect(change({ kind: "undo", what: "plan" })).rejects.toMatchObject(refusal("nothing_to_undo"));
    await change({ kind: "plan", planVersionId: smaller.id, quantity: 1, from: "renewal" });
    await billed.bill("2027-01-01");
    expect(await lastLines(billed)).toEqual([
      { code: "plan_fee", amount: 90_00, from: "2027-01-01", until: "2027-02-01" },
    ]);
  });

  test("to another interval ends the contract with its period and begins one that follows; undone, the first goes on", async () => {
    const { billed, contract, change } = await aMembership();
    const yearly = await billed.plan({ intervalMonths: 12, prices: [{ fromPeriod: 0, priceMinor: 2000_00 }] });
    const now: ContractChange = { kind: "plan", planVersionId: yearly.id, quantity: 1, from: { on: "2026-12-05" } };
    await expect(change(now)).rejects.toMatchObject(refusal("interval_at_renewal"));
    expect(await change({ ...now, from: "renewal" })).toMatchObject({ endsOn: "2026-12-31" });
    expect(await change({ kind: "undo", what: "end" })).toMatchObject({ endsOn: null });
    await change({ ...now, from: "renewal" });
    await billed.bill("2027-01-01");
    expect(await lastLines(billed)).toEqual([
      { code: "plan_fee", amount: 2000_00, from: "2027-01-01", until: "2028-01-01" },
    ]);
    const { rows } = await database.owner.query(
      "SELECT count(*)::int FROM contracts WHERE continues_id = $1 AND withdrawn_at IS NULL",
      [contract.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("of seats charges and returns only what differs", async () => {
    const { billed, change } = await aMembership({ isPerSeat: true, prices: [{ fromPeriod: 0, priceMinor: 310_00 }] });
    await change({ kind: "seats", quantity: 3, from: { on: "2026-12-22" } });
    await billed.bill("2026-12-22");
    expect(await lastLines(billed)).toEqual([
      { code: "plan_fee", amount: 300_00, from: "2026-12-22", until: "2027-01-01" },
      { code: "returned", amount: -100_00, from: "2026-12-22", until: "2027-01-01" },
    ]);
  });

  test("pauses out of the middle of what was paid, and goes on", async () => {
    const { billed, change } = await aMembership({ prices: [{ fromPeriod: 0, priceMinor: 310_00 }] });
    await change({ kind: "pause", startsOn: "2026-12-10", untilDay: null });
    await expect(change({ kind: "pause", startsOn: "2026-12-15", untilDay: "2026-12-20" })).rejects.toMatchObject(
      refusal("pause_overlaps", { startsOn: "2026-12-10" }),
    );
    await change({ kind: "resume", on: "2026-12-15" });
    await billed.bill("2027-01-01");
    expect(await lastLines(billed)).toEqual([
      { code: "plan_fee", amount: 310_00, from: "2027-01-01", until: "2027-02-01" },
      { code: "returned", amount: -50_00, from: "2026-12-10", until: "2026-12-15" },
    ]);
    await expect(change({ kind: "resume", on: "2027-01-05" })).rejects.toMatchObject(refusal("not_paused"));
  });

  test("by its member is of their own, to come, and as was agreed", async () => {
    const { billed, contract, change, member } = await aMembership({ noticeMonths: 1, minimumMonths: 3 });
    billed.on("2026-12-10");
    const stranger = billed.space.as("member");
    await expect(change({ kind: "cancel", lastDay: null }, stranger)).rejects.toMatchObject(
      refusal("not_found", { what: "contract" }),
    );
    await expect(change({ kind: "cancel", lastDay: "2026-12-31" }, member)).rejects.toMatchObject(
      refusal("earliest_end", { endsOn: "2027-02-28" }),
    );
    const larger = await billed.plan();
    await expect(
      change({ kind: "plan", planVersionId: larger.id, quantity: 1, from: { on: "2026-12-09" } }, member),
    ).rejects.toMatchObject(refusal("not_retroactively", { today: "2026-12-10" }));
    await expect(
      change(
        { kind: "billing", planVersionId: larger.id, quantity: 1, billFrom: "2026-12-20", billingDay: null },
        member,
      ),
    ).rejects.toMatchObject(refusal("not_allowed"));
    expect(await change({ kind: "cancel", lastDay: null }, member)).toMatchObject({
      endsOn: "2027-02-28",
      isCancelled: true,
    });
    expect(await change({ kind: "undo", what: "end" }, member)).toMatchObject({ endsOn: null, isCancelled: false });
    expect(contract.endsOn).toBeNull();
  });
});

test("a contract without a price bills nothing, until its price and its first day are said", async () => {
  const billed = await aBilledSpace(database);
  const version = await billed.plan({ setupFeeMinor: 20_00 });
  const assigned = await unpriced(billed, version.planId);
  expect(await billed.bill("2026-12-01")).toMatchObject({ sums: [] });
  const change: ContractChange = {
    kind: "billing",
    planVersionId: version.id,
    quantity: 1,
    billFrom: "2026-12-10",
    billingDay: 1,
  };
  await changeContract(billed.manager, { id: assigned.id, change });
  await expect(changeContract(billed.manager, { id: assigned.id, change })).rejects.toMatchObject(
    refusal("billed_already", { billFrom: "2026-12-10" }),
  );
  await billed.bill("2026-12-15");
  expect(await lastLines(billed)).toEqual([
    { code: "plan_fee", amount: 141_94, from: "2026-12-10", until: "2027-01-01" },
    { code: "setup_fee", amount: 20_00, from: "2026-12-10", until: "2026-12-11" },
  ]);
});

/** As the migration makes it of a plan that was given before there were contracts. */
async function unpriced(billed: BilledSpace, planId: string): Promise<Pick<Contract, "id">> {
  const [id, lineId] = [newId(), newId()];
  const { organizationId } = billed.space;
  await database.owner.query(
    `INSERT INTO contracts (id, organization_id, kind, person_id, billing_account_id, location_id, currency, price_mode, starts_on, interval_months, created_at)
     SELECT $1, $2, 'membership', $3, a.id, $4, 'USD', 'gross', '2026-11-20', 1, now() FROM billing_accounts a WHERE a.person_id = $3`,
    [id, organizationId, billed.ana, billed.locationId],
  );
  await database.owner.query(
    "INSERT INTO contract_lines (id, organization_id, contract_id, position, kind) VALUES ($1, $2, $3, 0, 'plan')",
    [lineId, organizationId, id],
  );
  await database.owner.query(
    "INSERT INTO contract_terms (id, organization_id, line_id, valid_from, plan_id, created_at) VALUES ($1, $2, $3, '2026-11-20', $4, now())",
    [newId(), organizationId, lineId, planId],
  );
  return { id };
}
