import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { procedures } from "./testing/call.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
import { key } from "./testing/samples.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

// A form is sent again when its answer was lost: that makes no second one, and the answer is the one that was lost.

let server: TestServer;
let space: Space;
let owner: Caller;
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
});
afterAll(() => server.close());

/** What makes something, and where its rows are. */
const MAKES: Record<string, string> = {
  "people.invite": "people",
  "teams.create": "teams",
  "plans.create": "plans",
  "locations.create": "locations",
  "resources.create": "resources",
  "floors.create": "floors",
  "bookingRules.create": "booking_rules",
  "rates.create": "rates",
  "cancellationPolicies.create": "cancellation_policies",
  "credits.createPack": "credit_packs",
  "sellers.create": "sellers",
  "products.create": "products",
  "feeds.create": "calendar_feeds",
  "printing.createDevice": "print_devices",
  "printing.createKiosk": "print_kiosks",
};

/** A team that begins with a plan begins with a contract, which is said too. */
const SAYS_MORE: Record<string, number> = { "teams.create": 2 };

/** Refuses as soon as there is an organization. */
const HAPPENS_ONCE = ["setup.createOrganization"];

const inputOf = (path: string) => EXPECTATIONS[path]?.input?.(space) as { idempotencyKey: string };
const rowsOf = async (table: string) =>
  (await server.database.owner.query(`SELECT FROM ${table} WHERE organization_id = $1`, [space.organizationId]))
    .rowCount ?? 0;
const auditsOf = () => rowsOf("events");

test("each procedure that creates something is in this table, or says why not", () => {
  const creating = Object.keys(procedures).filter((path) => /\.(create|invite)/.test(path));
  expect(creating.sort()).toEqual([...Object.keys(MAKES), ...HAPPENS_ONCE].sort());
});

describe.each(Object.entries(MAKES))("%s", (path, table) => {
  test("the same key makes one, however often and at whatever moment it is sent, and gives one answer", async () => {
    const [rows, audits, input] = [await rowsOf(table), await auditsOf(), inputOf(path)];
    const answers = await Promise.all(Array.from({ length: 3 }, () => owner.call(path, input)));
    answers.push(await owner.call(path, input));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const { data } of answers) expect(data).toEqual(answers[0]?.data);
    expect([await rowsOf(table), await auditsOf()]).toEqual([rows + 1, audits + (SAYS_MORE[path] ?? 1)]);
  });

  test("another content under that key is refused, and without a key nothing is made", async () => {
    const input = inputOf(path);
    expect((await owner.call(path, input)).status).toBe(200);
    const rows = await rowsOf(table);
    const other = { ...inputOf(path), idempotencyKey: input.idempotencyKey };
    expect(await owner.call(path, other)).toMatchObject({ status: 409, refusal: { code: "idempotency_key_reused" } });
    const { idempotencyKey: _, ...keyless } = inputOf(path);
    const issues = [{ path: ["idempotencyKey"], code: "invalid_type" }];
    expect((await owner.call(path, keyless)).refusal).toEqual({ code: "bad_input", issues });
    expect(await rowsOf(table)).toBe(rows);
  });
});

test("the same again on purpose, under a key of its own, is a second one where names may repeat", async () => {
  for (const path of ["bookingRules.create", "rates.create", "cancellationPolicies.create"]) {
    const [table, input] = [MAKES[path] ?? "", inputOf(path)];
    const rows = await rowsOf(table);
    await owner.call(path, input);
    expect((await owner.call(path, { ...input, idempotencyKey: key() })).status, path).toBe(200);
    expect(await rowsOf(table), path).toBe(rows + 2);
  }
});

/** Whose answer holds a secret, and how to find it there. */
const TELLS_A_SECRET: [string, RegExp][] = [
  ["feeds.create", /calendar\/([\w-]{43})\.ics/],
  ["printing.createDevice", /wsd_([\w-]{43})/],
  ["printing.createKiosk", /wsk_([\w-]{43})/],
];

test.each(TELLS_A_SECRET)(
  "the retry of %s tells the same secret, which no row holds, nor what it is made of",
  async (path, pattern) => {
    const secretOf = ({ text }: { text: string }) => pattern.exec(text)?.[1] ?? expect.fail("There is no secret.");
    const input = inputOf(path);
    const secret = secretOf(await owner.call(path, input));
    expect(secretOf(await owner.call(path, input))).toBe(secret);
    const { rows } = await server.database.owner.query<{ text: string }>(
      `SELECT concat((SELECT string_agg(k::text, '') FROM idempotency_keys k), (SELECT string_agg(a::text, '') FROM events a),
       (SELECT string_agg(t::text, '') FROM ${MAKES[path]} t)) AS text`,
    );
    expect(rows[0]?.text).not.toContain(secret);
    expect(rows[0]?.text, "the key that the secret is made of").not.toContain(input.idempotencyKey);
  },
);

test.each(TELLS_A_SECRET)("another key or another person gets another secret of %s", async (path, pattern) => {
  const other = await aCaller(server, space.organizationId, { role: "owner" });
  const [input, again] = [inputOf(path), inputOf(path)];
  const answers = await Promise.all([
    owner.call(path, input),
    owner.call(path, again),
    other.call(path, {
      ...again,
      idempotencyKey: input.idempotencyKey,
      ...(path === "feeds.create" ? {} : { name: key() }),
    }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ text }) => pattern.exec(text)?.[1])).size).toBe(3);
});
