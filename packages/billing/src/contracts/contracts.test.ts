import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BilledSpace } from "../testing/a-billed-space.ts";
import { aBilledSpace } from "../testing/a-billed-space.ts";
import { applyContracts } from "./commands/apply-contracts.ts";
import { changeContract } from "./commands/change-contract.ts";
import { signContract } from "./commands/sign-contract.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const refusal = (code: string, more: object = {}) => ({ refusal: { code, ...more } });
const planOf = async (personId: string) =>
  (await database.owner.query<{ plan_id: string | null }>("SELECT plan_id FROM people WHERE id = $1", [personId]))
    .rows[0]?.plan_id;
const lastLines = async (billed: BilledSpace) =>
  (
    await database.owner.query(
      `SELECT l.code, l.amount_minor::int AS amount, l.service_from::text AS from, l.service_until::text AS until
       FROM invoice_lines l WHERE l.invoice_id = (SELECT id FROM invoices WHERE organization_id = $1 ORDER BY issued_at DESC, number DESC LIMIT 1) ORDER BY position`,
      [billed.space.organizationId],
    )
  ).rows;

describe("a contract", () => {
  test("gives its plan on the day on which it begins, and takes it away the day after it ends", async () => {
    const billed = await aBilledSpace(database);
    billed.on("2026-11-20");
    const plan = await billed.plan();
    const contract = await billed.sign(plan);
    expect(await planOf(billed.ana)).toBeNull();
    const job = database.context(
      billed.space.organizationId,
      { kind: "job", job: "apply_contracts" },
      billed.space.clock,
    );
    billed.space.clock.set("2026-11-30T18:20:00Z"); // Kathmandu is 5:45 ahead: it is five past midnight there
    expect(await applyContracts(job)).toEqual({ holders: 1 });
    expect(await planOf(billed.ana)).toBe(plan.planId);
    expect(await applyContracts(job)).toEqual({ holders: 0 });
    await changeContract(billed.manager, { id: contract.id, change: { kind: "cancel", lastDay: "2026-12-31" } });
    billed.on("2026-12-31");
    expect(await applyContracts(job)).toEqual({ holders: 0 });
    billed.on("2027-01-01");
    await applyContracts(job);
    expect(await planOf(billed.ana)).toBeNull();
  });

  test("is signed by nobody who may not, of nobody elsewhere, and not twice for the same days", async () => {
    const billed = await aBilledSpace(database);
    const other = await aBilledSpace(database);
    const plan = await billed.plan();
    await billed.sign(plan);
    const input = {
      holder: { personId: billed.ana },
      payer: "holder" as const,
      locationId: billed.locationId,
      planVersionId: plan.id,
      startsOn: "2027-03-01",
      billingDay: null,
      quantity: 1,
      couponCode: null,
    };
    await expect(signContract(billed.space.as("front_desk"), input)).rejects.toMatchObject(
      refusal("not_allowed", { action: "manageContracts" }),
    );
    await expect(signContract(other.manager, input)).rejects.toMatchObject(refusal("not_found", { what: "person" }));
    await expect(signContract(billed.manager, input)).rejects.toMatchObject(refusal("membership_overlaps"));
    await expect(signContract(billed.manager, { ...input, planVersionId: newId() })).rejects.toMatchObject(
      refusal("not_found", { what: "plan_version" }),
    );
    const inEuro = await billed.plan({ currency: "EUR" });
    await expect(signContract(billed.manager, { ...input, planVersionId: inEuro.id })).rejects.toMatchObject(
      refusal("currency_of_contract", { currency: "USD" }),
    );
    const dayPass = await billed.plan({ intervalMonths: 0 });
    await expect(signContract(billed.manager, { ...input, planVersionId: dayPass.id })).rejects.toMatchObject(
      refusal("day_pass_is_no_contract"),
    );
    const alone = await aPerson(database.owner, billed.space.organizationId);
    await expect(
      signContract(billed.manager, { ...input, holder: { personId: alone.id }, payer: "team" }),
    ).rejects.toMatchObject(refusal("no_team_to_pay"));
    await expect(
      signContract(billed.manager, { ...input, couponCode: "NOPE", holder: { personId: alone.id } }),
    ).rejects.toMatchObject(refusal("unknown_coupon"));
  });

  test("of sixteen who sign the same person at once one does", async () => {
    const billed = await aBilledSpace(database);
    const plan = await billed.plan();
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => billed.sign(plan)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of tries)
      if (one.status === "rejected") expect(one.reason).toMatchObject(refusal("membership_overlaps"));
  });
});

describe("a coupon", () => {
  const aCoupon = (billed: BilledSpace, more: string, ...values: unknown[]) =>
    database.owner.query(
      `INSERT INTO coupons (id, organization_id, code, basis_points, periods, free_periods, max_uses, created_at) VALUES ($1, $2, 'WELCOME', 5000, 2, 0, ${more}, now())`,
      [newId(), billed.space.organizationId, ...values],
    );

  test("makes as many periods cheaper as it says", async () => {
    const billed = await aBilledSpace(database);
    await aCoupon(billed, "NULL");
    billed.on("2026-12-01");
    await billed.sign(await billed.plan(), { couponCode: "WELCOME" });
    billed.on("2027-02-01");
    await billed.bill("2027-02-01");
    expect((await lastLines(billed)).map(({ amount }) => amount)).toEqual([100_00, 100_00, 200_00]);
  });

  test("is used as often as it may be, however many take it at once", async () => {
    const billed = await aBilledSpace(database);
    await aCoupon(billed, "2");
    const plan = await billed.plan();
    const people = await Promise.all(
      Array.from({ length: 6 }, () => aPerson(database.owner, billed.space.organizationId)),
    );
    const tries = await Promise.allSettled(
      people.map(({ id }) => billed.sign(plan, { holder: { personId: id }, couponCode: "WELCOME" })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject(refusal("coupon_used_up"));
  });
});
