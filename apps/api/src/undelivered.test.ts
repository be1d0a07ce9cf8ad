import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "./start.ts";
import { aSpace } from "./testing/a-space.ts";
import { subjectsTo, untilNothingWaits } from "./testing/sign-in.ts";
import type { TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ runsJobs: false });
});
afterAll(() => server.close());

const person = () => ({ name: "Bo", role: "member", teamId: null, planId: null, homeLocationId: null });

/** As the queue does when an hour of tries is over. */
async function giveUp(queue: string): Promise<void> {
  const { owner } = server.database;
  await owner.query(
    `WITH gone AS (DELETE FROM jobs.job WHERE name = $1 AND state = 'created' RETURNING *)
     INSERT INTO jobs.job (name, data, retry_limit, keep_until) SELECT name || '.failed', data, 0, now() + interval '1 day' FROM gone`,
    [queue],
  );
}

test("what could not go out is shown to the desk of its organization, and goes out when it is tried again", async () => {
  const [space, other] = [await aSpace(server.database), await aSpace(server.database)];
  const owner = await aCaller(server, space.organizationId, { role: "owner" });
  const desk = await aCaller(server, space.organizationId, { role: "front_desk" });
  const elsewhere = await aCaller(server, other.organizationId, { role: "owner" });
  const email = `${crypto.randomUUID()}@example.test`;
  const invited = await owner.call("people.invite", { ...person(), email, idempotencyKey: crypto.randomUUID() });
  expect(invited.status).toBe(200);
  expect((await desk.call("undelivered.list")).data).toEqual([]);
  await giveUp("events.react");
  expect((await desk.call("undelivered.list")).data).toMatchObject([{ event: "person.invited", mail: null }]);
  expect((await elsewhere.call("undelivered.list")).data).toEqual([]);
  expect((await elsewhere.call("undelivered.retry")).data).toEqual({ retried: 0 });
  expect((await desk.call("undelivered.retry")).data).toEqual({ retried: 1 });
  expect((await desk.call("undelivered.list")).data).toEqual([]);
  expect((await desk.call("undelivered.retry")).data).toEqual({ retried: 0 });
  const worker = await startServer({ ...server.env, runsJobs: true });
  await untilNothingWaits(server).finally(() => worker.stop());
  expect(await subjectsTo(server, email)).toEqual(["You are invited to Quayside Works"]);
});
