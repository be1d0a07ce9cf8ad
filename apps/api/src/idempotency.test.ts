import { afterAll, beforeAll, expect, test } from "vitest";
import { aSpace } from "./testing/a-space.ts";
import { slot } from "./testing/samples.ts";
import type { TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test("the same key books once, however often and at whatever moment it is sent", async () => {
  const space = await aSpace(server.database);
  const member = await aCaller(server, space.organizationId);
  const input = {
    resourceId: space.resourceId,
    ...slot(),
    forPersonId: null,
    title: "Once",
    isTitlePublic: false,
    expectedTotalMinor: 2400,
    idempotencyKey: crypto.randomUUID(),
  };
  const answers = await Promise.all(Array.from({ length: 6 }, () => member.call("bookings.book", input)));
  answers.push(await member.call("bookings.book", input));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  for (const { data } of answers) expect(data).toEqual(answers[0]?.data);
  const mine = (await member.call("bookings.mine", { scope: "upcoming", cursor: null })).data as {
    bookings: unknown[];
  };
  expect(mine.bookings).toHaveLength(1);
  const reused = await member.call("bookings.book", { ...input, title: "Another" });
  expect(reused).toMatchObject({ status: 409, refusal: { code: "idempotency_key_reused" } });
});

test("two members race for one slot: one has it, the other is told so and offered others", async () => {
  const space = await aSpace(server.database);
  const members = [await aCaller(server, space.organizationId), await aCaller(server, space.organizationId)];
  const answers = await Promise.all(
    members.map((member) =>
      member.call("bookings.book", {
        resourceId: space.resourceId,
        ...slot(),
        forPersonId: null,
        title: "",
        isTitlePublic: false,
        expectedTotalMinor: 2400,
        idempotencyKey: crypto.randomUUID(),
      }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409);
  expect(lost?.refusal).toMatchObject({ code: "cannot_book", refusals: [{ code: "slot_taken" }] });
  expect(lost?.refusal?.["suggestions"]).not.toEqual([]);
});
