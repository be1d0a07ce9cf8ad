import type { Role } from "@working-social/kernel";
import { ROLES, roleMay } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import type { Answer } from "./testing/call.ts";
import { call, needsOf, procedures, typeOf } from "./testing/call.ts";
import type { Expectation } from "./testing/expectations.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
import { key } from "./testing/samples.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const paths = Object.keys(EXPECTATIONS).sort();
const callable = paths.filter((path) => typeOf(path) !== "subscription");
const REFUSED = ["unauthenticated", "not_allowed"];
const FAULTS = ["internal", "unavailable", "bad_input"];

function mayCall(path: string, role: Role): boolean {
  const needs = needsOf(path);
  return needs === "nothing" || needs.some((permission) => roleMay(role, permission));
}

const expectationOf = (path: string): Expectation => EXPECTATIONS[path] ?? { foreign: "empty" };
const ask = (caller: Caller, path: string, space: Space) => caller.call(path, expectationOf(path).input?.(space));
const codeOf = (answer: Answer) => answer.refusal?.code ?? "ok";

test("every procedure has an expectation, and every expectation a procedure", () => {
  expect(Object.keys(procedures).sort()).toEqual(paths);
});

describe("a stranger", () => {
  test.each(callable)("%s", async (path) => {
    const space = await aSpace(server.database);
    const answer = await call(server.url, path, expectationOf(path).input?.(space));
    if (needsOf(path) === "nothing") expect(REFUSED).not.toContain(codeOf(answer));
    else expect(answer).toMatchObject({ status: 401, refusal: { code: "unauthenticated" } });
  });
});

describe.each(ROLES)("%s of the organization", (role) => {
  let caller: Caller;
  let space: Space;
  beforeAll(async () => {
    space = await aSpace(server.database);
    caller = await aCaller(server, space.organizationId, { role });
  });

  test.each(callable)("%s", async (path) => {
    const answer = await ask(caller, path, space);
    if (mayCall(path, role)) expect([...REFUSED, ...FAULTS], answer.text).not.toContain(codeOf(answer));
    else expect(answer).toMatchObject({ status: 403, refusal: { code: "not_allowed" } });
  });
});

describe("the owner of another organization", () => {
  let foreign: Space;
  let caller: Caller;
  beforeAll(async () => {
    foreign = await aSpace(server.database);
    const own = await aSpace(server.database);
    caller = await aCaller(server, own.organizationId, { role: "owner" });
  });

  test.each(callable)("%s", async (path) => {
    const answer = await ask(caller, path, foreign);
    expect(FAULTS, answer.text).not.toContain(codeOf(answer));
    if (expectationOf(path).foreign === "not_found")
      expect(answer).toMatchObject({ status: 404, refusal: { code: "not_found" } });
    for (const id of Object.values(foreign)) expect(JSON.stringify(answer.data)).not.toContain(id);
  });
});

describe("somebody's booking", () => {
  const ofBookings = callable.filter((path) => path.startsWith("bookings.") && needsOf(path).includes("useSpace"));
  const withId = ofBookings.filter((path) =>
    JSON.stringify(expectationOf(path).input?.({ bookingId: "the booking" } as Space)).includes("the booking"),
  );

  test.each(withId)("%s is not found by another member", async (path) => {
    const space = await aSpace(server.database);
    const other = await aCaller(server, space.organizationId);
    expect(await ask(other, path, space)).toMatchObject({ status: 404, refusal: { code: "not_found" } });
  });

  test("nobody books, quotes or feeds for others without the right", async () => {
    const space = await aSpace(server.database);
    const member = await aCaller(server, space.organizationId);
    for (const path of ["bookings.quote", "bookings.book"]) {
      const input = { ...(expectationOf(path).input?.(space) as object), forPersonId: space.personId };
      expect(await member.call(path, input)).toMatchObject({ status: 403, refusal: { code: "not_allowed" } });
    }
    expect(
      await member.call("feeds.create", { name: "Room", resourceId: space.resourceId, idempotencyKey: key() }),
    ).toMatchObject({
      refusal: { code: "not_allowed" },
    });
  });

  test("only who manages the space sees archived resources", async () => {
    const space = await aSpace(server.database);
    const [owner, member] = [
      await aCaller(server, space.organizationId, { role: "owner" }),
      await aCaller(server, space.organizationId),
    ];
    await owner.call("resources.archive", { id: space.resourceId });
    const all = { locationId: space.locationId, includeArchived: true };
    expect((await owner.call("resources.list", all)).data).toHaveLength(1);
    expect((await member.call("resources.list", all)).data).toEqual([]);
  });
});

describe("organizations of one user", () => {
  test("the header chooses, and one that is not theirs is not found", async () => {
    const [a, b] = [await aSpace(server.database), await aSpace(server.database)];
    const caller = await aCaller(server, a.organizationId);
    expect(await caller.call("session.me", undefined, { "x-organization-id": a.organizationId })).toMatchObject({
      status: 200,
    });
    for (const id of [b.organizationId, "nonsense", "' OR 1=1"]) {
      expect(await caller.call("session.me", undefined, { "x-organization-id": id })).toMatchObject({
        status: 404,
        refusal: { code: "not_found", what: "organization" },
      });
    }
  });

  test("a suspended person is out with the next request", async () => {
    const space = await aSpace(server.database);
    const [owner, member] = [
      await aCaller(server, space.organizationId, { role: "owner" }),
      await aCaller(server, space.organizationId),
    ];
    expect((await member.call("session.me")).status).toBe(200);
    expect((await owner.call("people.suspend", { id: member.personId })).status).toBe(200);
    expect(await member.call("session.me")).toMatchObject({ status: 401, refusal: { code: "unauthenticated" } });
  });
});
