import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { updateSeller } from "../sellers/commands/update-seller.ts";
import type { Business } from "../testing/a-seller.ts";
import { aBusiness } from "../testing/a-seller.ts";
import { checkVatId } from "./commands/check-vat-id.ts";
import { updateAccount } from "./commands/update-account.ts";
import { offlineRegister } from "./formats/offline-register.ts";
import { getAccount } from "./queries.ts";
import type { VatRegister } from "./schema.ts";

let database: TestDatabase;
let business: Business;
let foreign: Business;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  [business, foreign] = [await aBusiness(database), await aBusiness(database)];
});

const asBilling = () => business.as("billing_manager");
const notFound = { kind: "not_found", refusal: { code: "not_found", what: "account" } };
const issue = (field: string, code: string) => ({ refusal: { code: "bad_input", issues: [{ path: [field], code }] } });
const accountOf = async (role: Role) => (await getAccount(business.as(role), { account: "me" })).id;
const ADDRESS = { street: "Kai 1", city: "Hamburg", postCode: "20457", country: "DE" };

describe("a VAT id", () => {
  const reverse = async () => {
    const id = await accountOf("member");
    await updateSeller(asBilling(), { id: business.sellerId, vatId: "DE136695976" });
    await updateAccount(asBilling(), { id, ...ADDRESS, vatId: "BE0428759497", taxTreatment: "reverse_charge" });
    return id;
  };

  test("is looked up, and the answer is kept as evidence, which no later answer changes", async () => {
    const id = await reverse();
    const asked: unknown[] = [];
    const register: VatRegister = (...question) => {
      asked.push(question);
      const registered = { registeredName: "Brightwater NV", registeredAddress: "Gent", consultation: "WAPI1" };
      return Promise.resolve({ source: "vies", outcome: "valid", ...registered });
    };
    const first = await checkVatId(asBilling(), { accountId: id }, register);
    expect(asked).toEqual([["BE0428759497", "DE136695976"]]);
    expect(first).toMatchObject({ outcome: "valid", consultation: "WAPI1", checkedAt: "2026-11-25T09:00:00.000Z" });
    expect((await getAccount(asBilling(), { account: id })).lastCheck).toEqual(first);
    business.clock.advanceMinutes(1);
    const down = {
      source: "vies",
      outcome: "unavailable",
      registeredName: null,
      registeredAddress: null,
      consultation: null,
    };
    await checkVatId(asBilling(), { accountId: id }, () => Promise.resolve(down as never));
    expect((await getAccount(asBilling(), { account: id })).lastCheck).toMatchObject({ outcome: "unavailable" });
    const { rows } = await database.owner.query(
      "SELECT outcome FROM vat_id_checks WHERE account_id = $1 ORDER BY checked_at",
      [id],
    );
    expect(rows).toEqual([{ outcome: "valid" }, { outcome: "unavailable" }]);
    // Another id has not been looked up.
    await updateAccount(asBilling(), { id, vatId: "BE0403170701" });
    expect((await getAccount(asBilling(), { account: id })).lastCheck).toBe(null);
  });

  test("with wrong check digits is refuted without asking anybody, and an invoice says so", async () => {
    const id = await reverse();
    await updateAccount(asBilling(), { id, vatId: "BE0428759498" });
    expect(await checkVatId(asBilling(), { accountId: id }, offlineRegister)).toMatchObject({
      source: "offline",
      outcome: "invalid",
    });
    const { lacks } = await getAccount(asBilling(), { account: id });
    expect(lacks.filter(({ severity }) => severity === "invoice")).toEqual([
      { party: "buyer", field: "vatId", code: "not_valid", severity: "invoice" },
    ]);
  });

  test("asked for twice under one key is kept once, and of an account without one nothing is asked", async () => {
    const id = await reverse();
    const keyed = { accountId: id, idempotencyKey: newId() };
    const answers = [
      await checkVatId(asBilling(), keyed, offlineRegister),
      await checkVatId(asBilling(), keyed, offlineRegister),
    ];
    expect(answers[1]).toEqual(answers[0]);
    const { rowCount } = await database.owner.query("SELECT FROM vat_id_checks WHERE account_id = $1", [id]);
    expect(rowCount).toBe(1);
    const nobody: VatRegister = () => Promise.reject(new Error("Nobody is to be asked."));
    const without = await accountOf("front_desk");
    await expect(checkVatId(asBilling(), { accountId: without }, nobody)).rejects.toMatchObject(
      issue("vatId", "vat_id_missing"),
    );
    await expect(checkVatId(business.as("community_manager"), { accountId: id }, nobody)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(checkVatId(foreign.as("owner"), { accountId: id }, nobody)).rejects.toMatchObject(notFound);
  });
});
