import { randomUUID } from "node:crypto";
import { systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tidyUp } from "../jobs/tidy-up.ts";
import { aSpace } from "../testing/a-space.ts";
import { subjectsTo, untilNothingWaits } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";
import { publishAccountChanges } from "./account-changes.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ADDED = "A passkey was added to your account";
const REMOVED = "A passkey was removed from your account";

/** As the library does it, in a transaction of its own; whoever did it then dies. */
async function aPasskey(userId: string): Promise<string> {
  const id = randomUUID();
  await server.database.owner.query(
    `INSERT INTO passkeys (id, public_key, user_id, credential_id, counter, device_type, backed_up, created_at)
     VALUES ($1, 'key', $2, $1, 0, 'singleDevice', false, now())`,
    [id, userId],
  );
  return id;
}

const remove = (id: string) => server.database.owner.query("DELETE FROM passkeys WHERE id = $1", [id]);

/** What the clock does each minute, here twice at once and once more. */
async function theClock(): Promise<void> {
  const { db, mailer, env } = server.server.services;
  const means = { db, mailer, clock: systemClock, publicUrl: env.publicUrl };
  await Promise.all([publishAccountChanges(means), publishAccountChanges(means)]);
  await publishAccountChanges(means);
}

test("a change after which the process died is told by the clock, once, and stands on the trail", async () => {
  const space = await aSpace(server.database);
  const member = await aCaller(server, space.organizationId);
  const owner = await aCaller(server, space.organizationId, { role: "owner" });
  const id = await aPasskey(member.userId);
  expect(await subjectsTo(server, member.email)).toEqual([]);
  await theClock();
  await untilNothingWaits(server);
  await remove(id);
  await theClock();
  await untilNothingWaits(server);
  expect(await subjectsTo(server, member.email)).toEqual([REMOVED, ADDED]);
  const { data } = await owner.call("audit.list", { subjectId: member.personId, cursor: null });
  expect(data).toMatchObject({
    entries: [{ event: "person.account_changed" }, { event: "person.account_changed", actorName: "sign_in" }],
  });
});

test("who belongs nowhere at present is told all the same", async () => {
  const space = await aSpace(server.database);
  const member = await aCaller(server, space.organizationId);
  await server.database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [member.personId]);
  await aPasskey(member.userId);
  await theClock();
  expect(await subjectsTo(server, member.email)).toEqual([ADDED]);
});

test("a user who is removed is told nothing of the factors that go along", async () => {
  const space = await aSpace(server.database);
  const member = await aCaller(server, space.organizationId);
  await aPasskey(member.userId);
  await server.database.owner.query("UPDATE people SET user_id = NULL WHERE id = $1", [member.personId]);
  await server.database.owner.query("DELETE FROM users WHERE id = $1", [member.userId]);
  await theClock();
  await untilNothingWaits(server);
  expect(await subjectsTo(server, member.email)).toEqual([]);
});

test("a mail that its server refuses holds nobody else up, and is given up after a day", async () => {
  const space = await aSpace(server.database);
  const [gone, member] = [await aCaller(server, space.organizationId), await aCaller(server, space.organizationId)];
  const { owner } = server.database;
  await owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [gone.personId]);
  await aPasskey(gone.userId);
  await aPasskey(member.userId);
  const { db, env } = server.server.services;
  let tries = 0;
  const mailer = { send: async () => Promise.reject(new Error(`550 no such person, ${++tries}`)), close: () => {} };
  const means = { db, mailer, clock: systemClock, publicUrl: env.publicUrl };
  await expect(publishAccountChanges(means)).rejects.toThrow("Changes of 1 accounts could not be told.");
  await untilNothingWaits(server);
  expect(await subjectsTo(server, member.email)).toEqual([ADDED]);
  await owner.query("UPDATE account_changes SET at = now() - interval '25 hours' WHERE user_id = $1", [gone.userId]);
  await publishAccountChanges(means);
  expect([tries, await subjectsTo(server, gone.email)]).toEqual([1, []]);
});

test("what was long ago is forgotten, told or not", async () => {
  const space = await aSpace(server.database);
  const member = await aCaller(server, space.organizationId);
  await aPasskey(member.userId);
  await aPasskey(member.userId);
  const { owner } = server.database;
  await owner.query(
    `UPDATE account_changes SET at = now() - interval '32 days'
     WHERE id = (SELECT id FROM account_changes WHERE user_id = $1 ORDER BY id LIMIT 1)`,
    [member.userId],
  );
  await tidyUp(server.server.services.db, systemClock);
  expect((await owner.query("SELECT FROM account_changes WHERE user_id = $1", [member.userId])).rowCount).toBe(1);
});
