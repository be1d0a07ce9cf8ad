import { initTRPC } from "@trpc/server";
import * as billing from "@working-social/billing";
import * as booking from "@working-social/booking";
import * as charges from "@working-social/charges";
import * as copier from "@working-social/copier";
import * as credits from "@working-social/credits";
import type { Context } from "@working-social/db";
import * as directory from "@working-social/directory";
import type { Actor, Needs } from "@working-social/kernel";
import { DEVICE_KINDS, DomainError, JOBS, may, newId, PERMISSIONS, ROLES } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aSpace } from "./testing/a-space.ts";
import { procedures } from "./testing/call.ts";
import type { TestServer } from "./testing/test-server.ts";
import { startTestServer } from "./testing/test-server.ts";
import type { Meta } from "./trpc/trpc.ts";

// Who may what is written with each verb, once. This walks all of them, whoever asks; a new verb is in it by being exported.

let server: TestServer;
let ctx: Context;
beforeAll(async () => {
  server = await startTestServer();
  ctx = server.database.context((await aSpace(server.database)).organizationId);
});
afterAll(() => server.close());

const ACTORS: [string, Actor][] = [
  ...ROLES.map((role): [string, Actor] => [role, { kind: "person", personId: newId(), role }]),
  ...DEVICE_KINDS.map((device): [string, Actor] => [device, { kind: "device", device, deviceId: newId() }]),
  ...JOBS.map((job): [string, Actor] => [job, { kind: "job", job }]),
  ["import", { kind: "import", source: "another system" }],
  ["guest", { kind: "guest", guestId: newId() }],
  ["api_key", { kind: "api_key", keyId: newId(), scopes: PERMISSIONS }],
];

interface Named {
  (ctx: Context, ...rest: unknown[]): Promise<unknown>;
  readonly needs: Needs;
}

const isVerb = (entry: [string, unknown]): entry is [string, Named] =>
  typeof entry[1] === "function" && "needs" in entry[1];
const VERBS = Object.entries<unknown>({
  ...directory,
  ...credits,
  ...charges,
  ...booking,
  ...copier,
  ...billing,
}).filter(isVerb);
/** These go from organization to organization by themselves, and ask as the job that they are. */
const BY_THEMSELVES = new Set(["expireHolds", "expirePrintJobs"]);

const namesOfWhoMay = (needs: Needs) =>
  ACTORS.filter(([, actor]) => needs.some((permission) => may(actor, permission))).map(([name]) => name);

/** A sentence for each procedure that doesn't say what it needs. */
function nameless(all: Readonly<Record<string, { _def: { meta?: unknown } }>>): string[] {
  return Object.entries(all).flatMap(([path, { _def }]) =>
    _def.meta === undefined
      ? [`${path} names no permission: say beside its verb what it needs, as verb.needs = ["useSpace"] as const.`]
      : [],
  );
}

test("every procedure names what it needs, and one that names none is told of", () => {
  expect(nameless(procedures)).toEqual([]);
  const forgotten = initTRPC.create().procedure.query(() => "everything");
  expect(nameless({ "secrets.list": forgotten })).toEqual([
    'secrets.list names no permission: say beside its verb what it needs, as verb.needs = ["useSpace"] as const.',
  ]);
});

test("the list of who may what is the one that was agreed", async () => {
  const rows = Object.entries(procedures).map(([path, { _def }]): [string, Meta["needs"]] => [
    path,
    (_def.meta as Meta).needs,
  ]);
  const inRouter = new Set(rows.map(([, needs]) => needs));
  const others = VERBS.filter(([, { needs }]) => !inRouter.has(needs)).map(([name, { needs }]): [string, Needs] => [
    `(${name})`,
    needs,
  ]);
  const lines = [...rows, ...others].map(([name, needs]) =>
    needs === "nothing"
      ? `${name}: everybody`
      : `${name}: ${needs.join(" or ")} = ${namesOfWhoMay(needs).join(", ") || "nobody"}`,
  );
  await expect(`${lines.sort().join("\n")}\n`).toMatchFileSnapshot("permissions.txt");
});

test("the portal's navigation reads what each page needs from the verbs", async () => {
  const rows = Object.entries(procedures).flatMap(([path, { _def }]) => {
    const { needs } = _def.meta as Meta;
    return needs === "nothing" || needs.includes("useSpace") ? [] : [`  "${path}": ${JSON.stringify(needs)},`];
  });
  const text = `/** Made by apps/api/src/permissions.test.ts (\`vitest run --project api permissions -u\`): what the verb of each procedure needs. */
export const NEEDS = {
${rows.sort().join("\n")}
} as const;
`;
  await expect(text).toMatchFileSnapshot("../../portal/src/features/manage/frame/needs.gen.ts");
});

test.each(ACTORS)(
  "%s is refused by every verb that it is not listed for, with the permission that it lacks",
  async (_, actor) => {
    const wrong: string[] = [];
    for (const [name, verb] of VERBS.filter(([one]) => !BY_THEMSELVES.has(one))) {
      if (verb.needs.some((permission) => may(actor, permission))) continue;
      const answer = await verb({ ...ctx, actor }, {}, {}).catch((error: unknown) => error);
      const refusal = answer instanceof DomainError ? answer.refusal : answer;
      const expected = JSON.stringify({ code: "not_allowed", action: verb.needs[0] });
      if (JSON.stringify(refusal) !== expected) wrong.push(`${name} answers ${JSON.stringify(refusal)} to it.`);
    }
    expect(wrong).toEqual([]);
  },
);

test("there are verbs to walk, and everybody but two kinds without a gate may something", () => {
  expect(VERBS.length).toBeGreaterThan(100);
  const idle = ACTORS.filter(([, actor]) => !PERMISSIONS.some((permission) => may(actor, permission)));
  expect(idle.map(([name]) => name)).toEqual(["door_tablet", "set_up", "react", "sign_in", "guest", "api_key"]);
});
