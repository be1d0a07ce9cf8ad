import { aPlan } from "@working-social/db/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { key, person, unique } from "./testing/samples.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
let space: Space;
let owner: Caller;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  space = await aSpace(server.database);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
});

/** A plan that gives so many minutes a month. */
async function aPlanOf(quantity: number): Promise<string> {
  const { id: planId } = await aPlan(server.database.owner, space.organizationId);
  const scope = { resourceIds: [], resourceKinds: [], locationIds: [] };
  const allowances = [{ unit: "room_minutes", currency: null, quantity, rolloverCap: 0, scope }];
  await done("credits.setPlanAllowances", { planId, allowances, from: "now" });
  return planId;
}
async function done(path: string, input: unknown): Promise<{ id: string }> {
  const answer = await owner.call(path, input);
  expect(answer, answer.text).toMatchObject({ status: 200 });
  return answer.data as { id: string };
}
async function minutesOf(personId: string): Promise<number> {
  const { data } = await owner.call("credits.wallet", { personId });
  const { balances } = data as { balances: { balance: number }[] };
  return balances[0]?.balance ?? 0;
}

test("who is invited on a plan, or given another one, has its credits with the answer", async () => {
  const [small, large] = [await aPlanOf(60), await aPlanOf(100)];
  const email = `${crypto.randomUUID()}@x.test`;
  const { id } = await done("people.invite", { ...person(), planId: small, email, idempotencyKey: key() });
  expect(await minutesOf(id)).toBe(60);
  await done("people.update", { id, ...person(), planId: large });
  expect(await minutesOf(id)).toBe(100);
  await done("people.suspend", { id });
  expect(await minutesOf(id)).toBe(0);
  await done("people.reactivate", { id });
  expect(await minutesOf(id)).toBe(100);
  await done("people.update", { id, ...person() });
  expect(await minutesOf(id)).toBe(0);
});

test("so have the people of a team", async () => {
  const team = await done("teams.create", { name: unique("Team"), planId: await aPlanOf(60), idempotencyKey: key() });
  await done("people.update", { id: space.personId, ...person(), teamId: team.id });
  expect(await minutesOf(space.personId)).toBe(60);
  await done("teams.update", { id: team.id, name: unique("Team"), planId: await aPlanOf(90) });
  expect(await minutesOf(space.personId)).toBe(90);
});
