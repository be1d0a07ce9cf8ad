import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, aTeam, createTestDatabase } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { Business } from "../testing/a-seller.ts";
import { aBusiness } from "../testing/a-seller.ts";
import { setContacts } from "./commands/set-contacts.ts";
import { updateAccount } from "./commands/update-account.ts";
import { getAccount, lackingAccounts, listAccounts } from "./queries.ts";
import { SetContactsInput, UpdateAccountInput } from "./schema.ts";

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
const accountOf = async (role: Role, of = business) => (await getAccount(of.as(role), { account: "me" })).id;
const fieldsOf = (lacks: { field: string; severity: string }[]) =>
  lacks.filter(({ severity }) => severity === "invoice").map(({ field }) => field);
async function refusalsOf(all: Promise<unknown>[]): Promise<unknown[]> {
  return (await Promise.allSettled(all)).map((one) => (one.status === "rejected" ? (one.reason as unknown) : one));
}
/** A team with an admin and a member of it. */
async function aFirm(): Promise<{ teamId: string; admin: Context; member: Context }> {
  const { id: teamId } = await aTeam(database.owner, business.organizationId, { name: "Brightwater" });
  const as = async (role: Role) => {
    const { actor } = await aPerson(database.owner, business.organizationId, { role, teamId });
    return database.context(business.organizationId, actor, business.clock);
  };
  return { teamId, admin: await as("team_admin"), member: await as("member") };
}
const ADDRESS = { street: "Kai 1", city: "Hamburg", postCode: "20457", country: "DE" };

describe("one's own account", () => {
  test("is there from the beginning, lacks an address, and lacks nothing once that is said", async () => {
    const mine = await getAccount(business.as("member"), { account: "me" });
    expect(mine).toMatchObject({
      owner: { kind: "person", name: "member" },
      legalName: null,
      contacts: [],
      lastCheck: null,
    });
    expect(fieldsOf(mine.lacks)).toEqual(["street", "city", "postCode", "country"]);
    const edit = UpdateAccountInput.parse({
      id: mine.id,
      ...ADDRESS,
      country: "de",
      legalName: "Ana Ferreira e. K.",
      language: "de",
    });
    expect(await updateAccount(business.as("member"), edit)).toMatchObject({ ...ADDRESS, language: "de", lacks: [] });
    const { rows } = await database.owner.query<{ data: unknown; personal: unknown }>(
      "SELECT e.data, p.data AS personal FROM events e LEFT JOIN event_personal_data p ON p.event_id = e.id WHERE e.subject_id = $1",
      [mine.id],
    );
    expect(rows[0]?.data).toEqual({ changes: { country: [null, "DE"], language: [null, "de"] } });
    expect(JSON.stringify(rows[0]?.personal)).toMatch(/Ana Ferreira e\. K\./);
  });

  test("keeps to its owner how it is taxed and when it pays", async () => {
    const id = await accountOf("member");
    for (const agreed of [
      { taxTreatment: "reverse_charge" as const },
      { paymentDays: 90 },
      { exemptionReason: "None" },
    ])
      await expect(updateAccount(business.as("member"), { id, ...agreed })).rejects.toMatchObject({
        refusal: { code: "not_allowed", action: "manageBilling" },
      });
    // What it says already is no change.
    await updateAccount(business.as("member"), { id, taxTreatment: "domestic", city: "Hamburg" });
    expect(await updateAccount(asBilling(), { id, paymentDays: 30, taxTreatment: "export" })).toMatchObject({
      paymentDays: 30,
    });
  });

  test("of somebody else is not there, nor the team's for who does not administer it", async () => {
    const { admin, member } = await aFirm();
    const team = await getAccount(admin, { account: "team" });
    expect(team.owner).toMatchObject({ kind: "team", name: "Brightwater" });
    expect(await updateAccount(admin, { id: team.id, ...ADDRESS })).toMatchObject(ADDRESS);
    await setContacts(admin, { accountId: team.id, contacts: [{ name: "Books", email: "books@example.test" }] });
    const other = await accountOf("member");
    const refusals = await refusalsOf([
      getAccount(member, { account: "team" }),
      updateAccount(member, { id: team.id, city: "Kiel" }),
      setContacts(member, { accountId: team.id, contacts: [] }),
      getAccount(member, { account: other }),
      updateAccount(admin, { id: other, city: "Kiel" }),
      getAccount(business.as("member"), { account: "team" }),
      getAccount(foreign.as("owner"), { account: other }),
      updateAccount(foreign.as("owner"), { id: other, city: "Kiel" }),
      setContacts(foreign.as("owner"), { accountId: other, contacts: [] }),
      updateAccount(business.as("community_manager"), { id: other, city: "Kiel" }),
      getAccount(business.as("front_desk"), { account: other }),
      getAccount(asBilling(), { account: newId() }),
    ]);
    for (const refusal of refusals) expect(refusal).toMatchObject(notFound);
    expect(await getAccount(business.as("community_manager"), { account: other })).toMatchObject({ id: other });
  });

  test.each([
    ["a country that is none", { country: "Deutschland" }],
    ["a VAT id of the wrong shape", { vatId: "12345" }],
    ["a name of 301 characters", { legalName: "x".repeat(301) }],
    ["a language that nobody speaks here", { language: "xx" }],
    ["a scheme that e-invoices don't know", { electronicScheme: "MAIL" }],
    ["a field of somebody else", { email: "a@b.test" }],
  ])("with %s is refused by its schema", (_, more) => {
    expect(UpdateAccountInput.safeParse({ id: newId(), ...more }).success).toBe(false);
  });

  test("takes commas, right-to-left scripts and 300 characters, and an electronic address with its scheme only", async () => {
    const id = await accountOf("member");
    const said = { legalName: "שלום, עולם", street: "Main Street 1, Suite 300, “Dock”", city: "x".repeat(300) };
    expect(await updateAccount(business.as("member"), UpdateAccountInput.parse({ id, ...said }))).toMatchObject(said);
    await expect(updateAccount(business.as("member"), { id, electronicAddress: "a@b.test" })).rejects.toMatchObject(
      issue("electronicScheme", "scheme_missing"),
    );
  });

  test("two desks that change different fields at once both stay", async () => {
    const id = await accountOf("member");
    const seen = { city: null, street: null };
    await Promise.all([
      updateAccount(asBilling(), { id, city: "Hamburg", seen }),
      updateAccount(business.as("member"), { id, street: "Kai 1", seen }),
    ]);
    expect(await getAccount(asBilling(), { account: id })).toMatchObject({ city: "Hamburg", street: "Kai 1" });
    await expect(updateAccount(asBilling(), { id, city: "Kiel", seen })).rejects.toMatchObject({
      refusal: { code: "edited_meanwhile", now: { city: "Hamburg" } },
    });
  });
});

describe("who gets the invoices by mail", () => {
  test("is said as a whole, each address once, and the trail keeps it apart", async () => {
    const accountId = await accountOf("member");
    const input = SetContactsInput.parse({
      accountId,
      contacts: [
        { name: "Zoe", email: "ZOE@example.test" },
        { name: "Books", email: "books@example.test" },
        { name: "Zoë", email: "zoe@example.test" },
      ],
    });
    const contacts = [
      { name: "Books", email: "books@example.test" },
      { name: "Zoë", email: "zoe@example.test" },
    ];
    expect(await setContacts(business.as("member"), input)).toEqual({ contacts });
    await setContacts(business.as("member"), input);
    expect((await getAccount(asBilling(), { account: accountId })).contacts).toEqual(contacts);
    await expect(setContacts(asBilling(), { accountId, contacts: [], seen: { contacts: [] } })).rejects.toMatchObject({
      refusal: { code: "edited_meanwhile", now: { contacts } },
    });
    expect(await setContacts(asBilling(), { accountId, contacts: [], seen: { contacts } })).toEqual({ contacts: [] });
    expect(await business.audited()).toEqual(["billing_account.contacts_set", "billing_account.contacts_set"]);
    const { rows } = await database.owner.query<{ data: object }>("SELECT data FROM events WHERE subject_id = $1", [
      accountId,
    ]);
    expect(rows.map(({ data }) => data)).toEqual([{ changes: {} }, { changes: {} }]);
  });
});

describe("the accounts", () => {
  test("are found by the name of their owner or their legal name, and pages follow each other", async () => {
    const { admin } = await aFirm();
    const team = await getAccount(admin, { account: "team" });
    await updateAccount(admin, { id: team.id, legalName: "Čapek & Söhne" });
    const found = async (search: string) =>
      (await listAccounts(business.as("community_manager"), { search, cursor: null })).accounts.map(
        ({ owner }) => owner.name,
      );
    expect(await found("capek")).toEqual(["Brightwater"]);
    expect(await found("BRIGHT")).toEqual(["Brightwater"]);
    expect(await found("100%")).toEqual([]);
    for (let i = 0; i < 55; i++) await aPerson(database.owner, business.organizationId, { name: `Twin ${i % 3}` });
    const first = await listAccounts(asBilling(), { search: "twin", cursor: null });
    const second = await listAccounts(asBilling(), { search: "twin", cursor: first.nextCursor });
    expect([first.accounts.length, second.accounts.length, second.nextCursor]).toEqual([50, 5, null]);
    expect(new Set([...first.accounts, ...second.accounts].map(({ id }) => id)).size).toBe(55);
    await expect(listAccounts(business.as("member"), { search: "", cursor: null })).rejects.toMatchObject({
      kind: "forbidden",
    });
    expect((await listAccounts(foreign.as("owner"), { search: "twin", cursor: null })).accounts).toEqual([]);
  });

  test("that lack something are those with something to invoice or a contract, and nobody else", async () => {
    const { admin, teamId } = await aFirm();
    const lacking = async () =>
      (await lackingAccounts(asBilling(), { cursor: null })).accounts.map(({ owner, lacks }) => [
        owner.name,
        ...fieldsOf(lacks),
      ]);
    expect(await lacking()).toEqual([]);
    const team = await getAccount(admin, { account: "team" });
    await database.owner.query(
      `INSERT INTO contracts (id, organization_id, kind, team_id, billing_account_id, location_id, currency, price_mode, starts_on, ends_on, interval_months,
         created_at) VALUES ($1, $2, 'membership', $3, $4, $5, 'EUR', 'net', '2026-01-01', $6, 1, now())`,
      [newId(), business.organizationId, teamId, team.id, business.locationId, "2026-11-30"],
    );
    const owing = await accountOf("member");
    await database.owner.query(
      `INSERT INTO one_off_items (id, organization_id, billing_account_id, location_id, product_id, description, quantity, currency, price_mode,
         unit_price_minor, service_from, service_until, created_at)
       SELECT $1, $2, $3, $4, id, 'Locker', 1, 'EUR', 'net', 100, '2026-11-01', '2026-11-02', now() FROM products WHERE organization_id = $2 AND kind = 'setup_fee'`,
      [newId(), business.organizationId, owing, business.locationId],
    );
    const address = ["street", "city", "postCode", "country"];
    expect(await lacking()).toEqual([
      ["Brightwater", ...address],
      ["member", ...address],
    ]);
    await updateAccount(asBilling(), { id: owing, ...ADDRESS });
    await updateAccount(admin, {
      id: team.id,
      ...ADDRESS,
      electronicAddress: "a@b.test",
      electronicScheme: "EM",
      buyerReference: "1",
    });
    expect(await lacking()).toEqual([]);
    await updateAccount(admin, { id: team.id, city: null });
    business.clock.set("2026-12-03T09:00:00Z");
    expect(await lacking()).toEqual([]);
    await expect(lackingAccounts(business.as("community_manager"), { cursor: null })).rejects.toMatchObject({
      kind: "forbidden",
    });
  });
});
