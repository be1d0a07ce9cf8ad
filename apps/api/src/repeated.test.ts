import { aPerson, aResource } from "@working-social/db/testing";
import { until } from "./testing/until.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aBooking, aSpace } from "./testing/a-space.ts";
import { procedures, typeOf } from "./testing/call.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
import { day, key } from "./testing/samples.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

// An answer can be lost on its way. Whoever asks again gets what they would have got, and nothing happens twice: because the
// request has a key, or because of what it does. A new mutation belongs into one of these tables, or asks for a key.

/** Says how things shall be, and what they are then: asked twice, the same comes out. */
const SETS = "it says how things shall be";
/** The answer is a secret that replaces the one before, which may be lost: the newest holds, and there is never a second one. */
const REPLACES = "its answer replaces the one before";

const UNKEYED: Record<string, string> = {
  "session.setPreferences": SETS,
  "people.correctInvitation": SETS,
  "people.update": SETS,
  "people.suspend": SETS,
  "people.reactivate": SETS,
  "teams.update": SETS,
  "plans.update": SETS,
  "locations.update": SETS,
  "locations.setApprovalReminders": SETS,
  "locations.setHours": SETS,
  "resources.update": SETS,
  "resources.order": SETS,
  "resources.archive": SETS,
  "resources.restore": SETS,
  "bookingRules.update": SETS,
  "rates.update": SETS,
  "cancellationPolicies.update": SETS,
  "bookings.assignUnit": SETS,
  "printing.release": "a released job stays released",
  "printing.cancel": "a cancelled job stays cancelled",
  "printing.refund": "a refunded job stays refunded",
  "printing.setPrices": SETS,
  "printing.assignUser": SETS,
  "credits.setOverdraft": SETS,
  "credits.setPlanAllowances": SETS,
  "bookings.strandedByArchiving": "it only looks; its input is too long for an address",
  "bookings.strandedByHours": "it only looks; its input is too long for an address",
  "accounts.update": SETS,
  "accounts.setContacts": SETS,
  "products.update": SETS,
  "sellers.update": SETS,
  "sellers.setNumberPattern": SETS,
  "sellers.setLock": SETS,
  "sellers.setLogo": SETS,
  "undelivered.retry": "what waits again is given up no more",
  "printing.makePin": REPLACES,
  "printing.makeCode": REPLACES,
  "printing.replaceToken": REPLACES,
};

/** Of those: what says nothing of what happened, and why. */
const SILENT: Record<string, string> = {
  "bookings.strandedByArchiving": "nothing has happened",
  "bookings.strandedByHours": "nothing has happened",
  "undelivered.retry": "what follows from an event is none",
  "printing.makeCode": "it is over in a minute",
};

/** Refuses as soon as there is an organization, and a browser that lost the answer then finds its owner's sign-in. */
const HAPPENS_ONCE = ["setup.createOrganization"];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Scene {
  space: Space;
  me: Caller;
  run: (sql: string, ...values: unknown[]) => Promise<unknown>;
}
type Prepare = (scene: Scene) => Promise<object | void>;

/** `printJobId` is a document of mine that waits. */
const waits: Prepare = async ({ space, me, run }) => {
  const price = { colour: "mono", paperSize: "A4", isDuplex: false, priceMinor: 10, creditsPerSide: 1 };
  await me.call("printing.setPrices", { locationId: space.locationId, rows: [price] });
  await run("UPDATE print_devices SET last_seen_at = now() WHERE id = $1", space.printDeviceId);
  await run(
    "UPDATE print_jobs SET status = 'held', person_id = $2, submit_key = print_key, expires_at = now() + interval '1 day' WHERE id = $1",
    space.printJobId,
    me.personId,
  );
};

/** What an act needs to succeed, besides the rows of a space; what it returns goes over the input. */
const PREPARED: Record<string, Prepare> = {
  "people.reactivate": ({ space, run }) =>
    run("UPDATE people SET status = 'suspended' WHERE id = $1", space.personId).then(() => undefined),
  "resources.restore": ({ space, run }) =>
    run("UPDATE resources SET archived_at = now() WHERE id = $1", space.resourceId).then(() => undefined),
  "locations.setHours": async () => ({ weekly: [{ weekday: 1, opensMinute: 480, closesMinute: 1080 }] }),
  "invoices.credit": async ({ space, me }) => {
    await me.call("billing.start", { issueDate: day(1), idempotencyKey: key() });
    const issued = async () =>
      (
        await server.database.owner.query<{ id: string }>("SELECT id FROM invoices WHERE organization_id = $1", [
          space.organizationId,
        ])
      ).rows[0]?.id;
    await until(async () => (await issued()) !== undefined, 10_000);
    return { id: await issued() };
  },
  "people.correctInvitation": async ({ space, me }) => ({
    id: (await aPerson(server.database.owner, space.organizationId, { status: "invited", email: `x${me.email}` })).id,
  }),
  "bookings.assignUnit": async ({ space, me }) => {
    const { owner } = server.database;
    const { id: resourceId, unitIds } = await aResource(owner, space.organizationId, space.locationId, {
      unitCount: 2,
    });
    const place = { ...space, resourceId, unitId: unitIds[0] ?? "", personId: me.personId };
    return { bookingId: await aBooking(owner, place), unitId: unitIds[1] };
  },
  "printing.release": waits,
  "printing.cancel": waits,
  "printing.refund": async ({ space, run }) =>
    void (await run(
      "UPDATE print_jobs SET status = 'settled', price_minor = 0, settled_at = now() WHERE id = $1",
      space.printJobId,
    )),
  "printing.forgetUser": async ({ space, me }) => {
    const userKey = `user of ${space.personId}`;
    expect((await me.call("printing.assignUser", { userKey, personId: space.personId })).status).toBe(200);
    return { userKey };
  },
  "printing.countSecondPrint": async ({ space, run }) =>
    void (await run(
      "UPDATE print_log_problems SET repeats_key = 'Copier/1@1', repeated_sides = 3 WHERE id = $1",
      space.printProblemId,
    )),
  "feeds.revoke": async ({ space, me, run }) =>
    void (await run("UPDATE calendar_feeds SET person_id = $2 WHERE id = $1", space.feedId, me.personId)),
  "bookings.book": async ({ space, run }) => void (await run("DELETE FROM rates WHERE id = $1", space.rateId)),
  "bookings.change": async ({ space, run }) => void (await run("DELETE FROM rates WHERE id = $1", space.rateId)),
  "bookings.confirmHold": async (scene) => isHeld(scene),
  "bookings.releaseHold": async (scene) => isHeld(scene),
  "bookings.approve": async (scene) => waitsForApproval(scene),
  "bookings.decline": async (scene) => waitsForApproval(scene),
};

async function isHeld({ space, me, run }: Scene): Promise<void> {
  await run("DELETE FROM rates WHERE id = $1", space.rateId);
  await run(
    "UPDATE bookings SET status = 'held', hold_expires_at = now() + interval '5 minutes', person_id = $2 WHERE id = $1",
    space.bookingId,
    me.personId,
  );
}

async function waitsForApproval({ space, run }: Scene): Promise<void> {
  await run("UPDATE bookings SET status = 'pending_approval' WHERE id = $1", space.bookingId);
}

async function sceneOf(path: string): Promise<Scene & { input: Record<string, unknown> }> {
  const space = await aSpace(server.database);
  const me = await aCaller(server, space.organizationId, { role: "owner" });
  const run: Scene["run"] = (sql, ...values) => server.database.owner.query(sql, values);
  const prepared = await PREPARED[path]?.({ space, me, run });
  return { space, me, run, input: { ...(EXPECTATIONS[path]?.input?.(space) as object), ...prepared } };
}

async function eventsOf({ organizationId }: Space): Promise<number> {
  const { rowCount } = await server.database.owner.query("SELECT FROM events WHERE organization_id = $1", [
    organizationId,
  ]);
  return rowCount ?? 0;
}

const mutations = Object.keys(procedures).filter((path) => typeOf(path) === "mutation");
const isKeyed = (path: string) => "idempotencyKey" in ((EXPECTATIONS[path]?.input?.({} as Space) ?? {}) as object);
const unkeyed = [...Object.keys(UNKEYED), ...HAPPENS_ONCE];

test("each mutation asks for a key, or says here why it needs none", () => {
  expect(mutations.filter((path) => !isKeyed(path)).sort()).toEqual(unkeyed.sort());
});

describe.each(mutations.filter(isKeyed))("%s", (path) => {
  test("asked again under its key answers the same and does nothing more, and without a key nothing at all", async () => {
    const { me, space, input } = await sceneOf(path);
    const { idempotencyKey: _, ...keyless } = input;
    const issues = [{ path: ["idempotencyKey"], code: "invalid_type" }];
    expect((await me.call(path, keyless)).refusal).toEqual({ code: "bad_input", issues });
    const before = await eventsOf(space);
    const answer = await me.call(path, input);
    expect(answer, answer.text).toMatchObject({ status: 200 });
    const said = await eventsOf(space);
    expect(said).toBeGreaterThan(before);
    const again = await me.call(path, input);
    expect(again, again.text).toMatchObject({ status: 200, data: answer.data });
    expect(again.data).toEqual(answer.data);
    expect(await eventsOf(space)).toBe(said);
  });
});

test.each(Object.entries(UNKEYED))("%s needs no key: %s", async (path, reason) => {
  const { me, space, input } = await sceneOf(path);
  const before = await eventsOf(space);
  const answer = await me.call(path, input);
  const said = (await eventsOf(space)) - before;
  if (path in SILENT) expect(said, SILENT[path]).toBe(0);
  else expect(said, "what has happened").toBeGreaterThan(0);
  const again = await me.call(path, input);
  expect([answer.status, again.status], `${answer.text} ${again.text}`).toEqual([200, 200]);
  if (reason === REPLACES) expect(again.data).not.toEqual(answer.data);
  else expect(again.data).toEqual(answer.data);
});
