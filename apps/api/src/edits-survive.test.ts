import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import type { Edits, Whole } from "./testing/billing-edits.ts";
import { BILLING_PARTS, BILLING_WHOLES } from "./testing/billing-edits.ts";
import { procedures } from "./testing/call.ts";
import { key } from "./testing/samples.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

// Two desks have the same form open. What the one changes, the other does not take back; where both change the same, the
// second is told, and nothing is overwritten unseen.

let server: TestServer;
let space: Space;
let owner: Caller;
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  await server.database.owner.query("UPDATE people SET status = 'invited' WHERE id = $1", [space.personId]);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
});
afterAll(() => server.close());

const closed = { date: "2030-12-25", opensMinute: null, closesMinute: null, reason: "Christmas" };

/** What can be changed in parts: two edits of different fields of the same thing. */
const PARTS: Record<string, Edits> = {
  "people.update": {
    target: (s) => ({ id: s.personId }),
    one: () => ({ name: "Ana Čapek" }),
    other: (s) => ({ homeLocationId: s.locationId }),
  },
  "teams.update": {
    target: (s) => ({ id: s.teamId }),
    one: () => ({ name: "The other team" }),
    other: (s) => ({ planId: s.planId }),
  },
  "locations.update": {
    target: (s) => ({ id: s.locationId }),
    one: () => ({ name: "The other wharf" }),
    other: () => ({ taxName: "VAT", taxBasisPoints: 825 }),
  },
  "locations.setHours": {
    target: (s) => ({ locationId: s.locationId, resourceId: null }),
    one: () => ({ weekly: [{ weekday: 6, opensMinute: 600, closesMinute: 840 }] }),
    other: () => ({ exceptions: [closed] }),
  },
  "resources.update": {
    target: (s) => ({ id: s.resourceId }),
    one: () => ({ name: "Lighthouse", description: "By the window" }),
    other: () => ({ capacity: 12, features: ["screen"] }),
  },
  "bookingRules.update": {
    target: (s) => ({ id: s.ruleId }),
    one: () => ({ settings: { windowDays: 61, needsApproval: true } }),
    other: () => ({ roles: ["team_admin"], settings: { holdMinutes: 13 } }),
  },
  "rates.update": {
    target: (s) => ({ id: s.rateId }),
    one: () => ({ priceMinor: 7 }),
    other: () => ({ weekdays: [6, 7] }),
  },
  "cancellationPolicies.update": {
    target: (s) => ({ id: s.policyId }),
    one: () => ({ name: "Strict" }),
    other: () => ({ tiers: [{ hoursBefore: 719, feePercent: 7 }] }),
  },
  "credits.updatePack": {
    target: (s) => ({ id: s.packId, idempotencyKey: key() }),
    one: () => ({ name: "A hundred pages" }),
    // A price would change what a buyer pays, too.
    other: () => ({ priceCurrency: "CHF" }),
  },
  ...BILLING_PARTS,
};

const page = (priceMinor: number) => ({
  colour: "mono",
  paperSize: "A4",
  isDuplex: false,
  priceMinor,
  creditsPerSide: 1,
});
const minutes = (quantity: number) => ({
  unit: "room_minutes",
  currency: null,
  quantity,
  rolloverCap: 0,
  scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
});

const WHOLES: Record<string, Whole> = {
  "plans.update": { table: "plans", target: (s) => ({ id: s.planId }), field: "name", values: ["Gold", "Silver"] },
  "people.correctInvitation": {
    table: "people",
    target: (s) => ({ id: s.personId }),
    field: "email",
    values: [`${key()}@example.test`, `${key()}@example.test`],
  },
  "locations.setApprovalReminders": {
    table: "locations",
    target: (s) => ({ locationId: s.locationId }),
    field: "hoursBefore",
    values: [[72, 24], [4]],
  },
  "printing.setPrices": {
    table: "print_prices",
    target: (s) => ({ locationId: s.locationId }),
    field: "rows",
    values: [[page(10)], [page(12)]],
    first: [],
  },
  "credits.setPlanAllowances": {
    table: "plan_allowances",
    target: (s) => ({ planId: s.planId }),
    field: "allowances",
    values: [[minutes(600)], [minutes(660)]],
    first: [],
  },
  "credits.setOverdraft": {
    table: "credit_lots",
    target: (s) => ({ owner: { teamId: s.teamId }, unit: "room_minutes", currency: null, reason: "A good customer" }),
    field: "limit",
    values: [60, 90],
    first: 0,
  },
  ...BILLING_WHOLES,
};

/**
 * A drawing has a version of its own (floors.test.ts); an order is dragged in front of one's eyes, and no form; how one reads is
 * one's own, and the last choice holds; so does the last picture.
 */
const OTHERWISE = ["floors.save", "resources.order", "sellers.setLogo", "session.setPreferences"];

test("each procedure that changes something by a form is in one of these tables, or says why not", () => {
  const changing = Object.keys(procedures).filter((path) => /\.(update|set[A-Z]|save|correct|order)/.test(path));
  expect(changing.sort()).toEqual([...Object.keys(PARTS), ...Object.keys(WHOLES), ...OTHERWISE].sort());
});

async function auditsOf(): Promise<number> {
  const rows = await server.database.owner.query("SELECT FROM events WHERE organization_id = $1", [
    space.organizationId,
  ]);
  return rows.rowCount ?? 0;
}

describe.each(Object.entries(PARTS))("%s", (path, { target, one, other }) => {
  /** An update of nothing answers with what is there. */
  const look = async () => (await owner.call(path, target(space))).data as Record<string, unknown>;

  test("two edits of different fields at once both stay, and nothing else changes", async () => {
    const before = await look();
    const edits = [one(space), other(space)];
    const answers = await Promise.all(
      edits.map((edit) => owner.call(path, { ...target(space), ...edit, seen: before })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const after = await look();
    for (const edit of edits) expect(after).toMatchObject(edit);
    const touched = new Set(edits.flatMap((edit) => Object.keys(edit)));
    // Desks are called after their room, and a plan's name comes with its id.
    for (const field of ["units", "planName"]) touched.add(field);
    const rest = (view: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(view).filter(([field]) => !touched.has(field)));
    expect(rest(after)).toEqual(rest(before));
  });

  test("an edit of a field that somebody has changed since is refused, and says what is there", async () => {
    const [seen, edit] = [await look(), one(space)];
    const stale = Object.fromEntries(Object.keys(edit).map((field) => [field, staleOf(seen[field])]));
    const mine = Object.fromEntries(Object.entries(edit).map(([field, value]) => [field, anotherOf(value)]));
    const answer = await owner.call(path, { ...target(space), ...mine, seen: stale });
    expect(answer).toMatchObject({ status: 409, refusal: { code: "edited_meanwhile", now: edit } });
    expect(await look()).toEqual(seen);
    // The same again after a lost answer is no edit of somebody else.
    expect((await owner.call(path, { ...target(space), ...edit, seen: stale })).status).toBe(200);
  });

  test("what changes nothing is not in the audit trail", async () => {
    const before = await auditsOf();
    expect((await owner.call(path, { ...target(space), ...one(space) })).status).toBe(200);
    expect(await auditsOf()).toBe(before);
  });
});

/** Keeps them from writing until both are as far as they come: who had read before the other wrote would overwrite it. */
async function atOnce<T>(table: string, begin: () => Promise<T>[]): Promise<T[]> {
  const gate = await server.database.owner.connect();
  try {
    await gate.query("BEGIN");
    await gate.query(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`);
    const begun = begin();
    // By another connection: within a transaction one sees a single moment of these.
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await server.database.owner.query(waiting)).rowCount).toBe(begun.length);
    await gate.query("COMMIT");
    return await Promise.all(begun);
  } finally {
    gate.release(true);
  }
}

/** Something that was there before. */
function staleOf(now: unknown): unknown {
  if (typeof now === "object" && now !== null && !Array.isArray(now))
    return Object.fromEntries(Object.keys(now).map((field) => [field, "earlier"]));
  return "earlier";
}

/** Another value of the same kind. */
function anotherOf(value: unknown): unknown {
  if (typeof value === "string") return `${value} again`;
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (Array.isArray(value)) return [];
  return Object.fromEntries(Object.entries(Object(value)).map(([field, inner]) => [field, anotherOf(inner)]));
}

describe.each(Object.entries(WHOLES))("%s", (path, { target, field, values, first, table }) => {
  test("of two who replace the same at once one is refused, told what is there, and may then", async () => {
    const before = first === undefined ? await firstOf(path, field) : first;
    const send = (value: unknown, seen: unknown) =>
      owner.call(path, { ...target(space), [field]: value, seen: { [field]: seen } });
    const answers = await atOnce(table, () => values.map((value) => send(value, before)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.findIndex(({ status }) => status === 409);
    const won = values[1 - lost];
    expect(answers[lost]?.refusal).toMatchObject({ code: "edited_meanwhile", now: { [field]: won } });
    // A retry of what went through, and then the other, who has been told.
    expect((await send(won, before)).status).toBe(200);
    expect((await send(values[lost], won)).status).toBe(200);
  });

  async function firstOf(procedure: string, name: string): Promise<unknown> {
    if (procedure === "plans.update")
      return ((await owner.call(procedure, target(space))).data as { name: string }).name;
    if (procedure === "people.correctInvitation")
      return ((await owner.call("people.get", target(space))).data as { email: string }).email;
    return ((await owner.call("locations.approvalReminders", target(space))).data as Record<string, unknown>)[name];
  }
});

test("two ends of a price's hours that fit by themselves and not together: the second is refused", async () => {
  const target = { id: space.rateId };
  expect(
    (await owner.call("rates.update", { ...target, bandFromMinute: 900, seen: { bandFromMinute: 0 } })).status,
  ).toBe(200);
  const answer = await owner.call("rates.update", { ...target, bandToMinute: 600, seen: { bandToMinute: 1440 } });
  const issues = [{ path: ["bandToMinute"], code: "band_is_empty" }];
  expect(answer).toMatchObject({ status: 400, refusal: { code: "bad_input", issues } });
});

test("null clears, and absent leaves as it is", async () => {
  const target = { id: space.teamId };
  await owner.call("teams.update", { ...target, planId: space.planId });
  expect((await owner.call("teams.update", { ...target, name: "Absent" })).data).toMatchObject({
    planId: space.planId,
  });
  expect((await owner.call("teams.update", { ...target, planId: null })).data).toMatchObject({
    name: "Absent",
    planId: null,
  });
});
