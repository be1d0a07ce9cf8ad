import { aCopier } from "@working-social/copier/testing";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
let space: Space;
let member: Caller;
let token: string;
let logged: { requestId?: string; err?: { code?: string } }[];
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  member = await aCaller(server, space.organizationId);
  ({ token } = await aCopier(server.database));
});
afterAll(() => server.close());
beforeEach(() => {
  logged = [];
  vi.spyOn(server.server.services.log, "error").mockImplementation(
    (line) => void logged.push(line as (typeof logged)[number]),
  );
});

const UNDEFINED_TABLE = "42P01";
const UNDEFINED_FUNCTION = "42883";
const INSUFFICIENT_PRIVILEGE = "42501";
const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });
const postJson = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
const cookies = () => ({ cookie: member.cookie });
const watch = () => get(`/api/trpc/live.changes?input=${encodeURIComponent(JSON.stringify(place()))}`, cookies());
const place = () => ({ locationId: space.locationId });
const stranger = { email: "a@example.test", password: "a long password" };

const gone = (kind: string, name: string) =>
  [`ALTER ${kind} ${name} RENAME TO ${name}_gone`, `ALTER ${kind} ${name}_gone RENAME TO ${name}`] as const;
const forbidden = [
  "REVOKE SELECT ON users FROM working_social_sign_in",
  "GRANT SELECT ON users TO working_social_sign_in",
] as const;

/** What nobody expects: how the database is broken and mended, the SQLSTATE of it, and a request that meets it. */
const FAULTS: [string, readonly [string, string], string, () => Promise<Response>][] = [
  ["a procedure", gone("TABLE", "plans"), UNDEFINED_TABLE, () => get("/api/trpc/plans.list", cookies())],
  [
    "the look at the session",
    gone("FUNCTION", "session_person"),
    UNDEFINED_FUNCTION,
    () => get("/api/trpc/plans.list", cookies()),
  ],
  ["sign-in", forbidden, INSUFFICIENT_PRIVILEGE, () => postJson("/api/auth/sign-in/email", stranger)],
  ["a feed", gone("FUNCTION", "feed_by_token"), UNDEFINED_FUNCTION, () => get(`/calendar/${"a".repeat(43)}.ics`)],
  [
    "a print server",
    gone("TABLE", "print_devices"),
    UNDEFINED_TABLE,
    () => postJson("/api/print/jobs", { events: [] }, { authorization: `Bearer ${token}` }),
  ],
];

async function broken<T>([breaks, mends]: readonly [string, string], work: () => Promise<T>): Promise<T> {
  const { owner } = server.database;
  await owner.query(breaks);
  return work().finally(() => owner.query(mends));
}

const causes = () => logged.filter(({ err }) => err !== undefined);

test.each(FAULTS)(
  "a fault of %s is logged with its cause, under the id that is shown",
  async (_, damage, state, ask) => {
    const response = await broken(damage, ask);
    const text = await response.text();
    const shown = response.headers.get("x-request-id") ?? "";
    expect(response.status, text).toBe(500);
    expect(text).toContain(`"refusal":{"code":"internal","requestId":"${shown}"}`);
    expect(causes()).toMatchObject([{ requestId: shown, err: expect.objectContaining({ code: state }) as unknown }]);
  },
);

test("a fault of a stream is logged in the same way; its answer had begun", async () => {
  const response = await broken(gone("TABLE", "locations"), watch);
  const shown = response.headers.get("x-request-id") ?? "";
  expect(await response.text()).toContain(`"refusal":{"code":"internal","requestId":"${shown}"}`);
  expect(causes()).toMatchObject([
    { requestId: shown, err: expect.objectContaining({ code: UNDEFINED_TABLE }) as unknown },
  ]);
});

test("a refusal is no fault, and is not logged as one", async () => {
  expect((await get("/api/trpc/people.list", cookies())).status).toBe(403);
  expect((await get("/api/trpc/bookings.get?input=%5B%5B%5D%5D", cookies())).status).toBe(400);
  expect((await postJson("/api/auth/sign-in/email", stranger)).status).toBe(401);
  expect(logged).toEqual([]);
});
