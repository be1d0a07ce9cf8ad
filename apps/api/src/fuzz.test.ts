import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { inputsOf, spoiled } from "./testing/arbitrary.ts";
import type { Answer } from "./testing/call.ts";
import { procedures, typeOf } from "./testing/call.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
import { STRINGS_THAT_BREAK_PROGRAMS } from "./testing/strings-that-break-programs.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 15);
/** More of them, where somebody else's list lies beside the repository. */
const BESIDE = join(process.env["SHARED_DATA_DIR"] ?? "nowhere", "naughty/blns.json");
const STRINGS = [
  ...STRINGS_THAT_BREAK_PROGRAMS,
  ...(existsSync(BESIDE) ? (JSON.parse(readFileSync(BESIDE, "utf8")) as string[]) : []),
];

let server: TestServer;
let space: Space;
let owner: Caller;
let ids: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
  ids = [...Object.values(space), ...Object.values(await aSpace(server.database))];
});
afterAll(() => server.close());

const withInput = Object.keys(procedures).filter(
  (path) => inputSchema(path) !== null && typeOf(path) !== "subscription",
);

function inputSchema(path: string): z.ZodType | null {
  const inputs = procedures[path]?._def as { inputs?: z.ZodType[] } | undefined;
  return inputs?.inputs?.[0] ?? null;
}

/** Whatever comes in: an answer or a refusal, never a fault, never a word about the inside. */
function expectDecent(answer: Answer, input: unknown): void {
  const about = `${answer.text.slice(0, 500)} for ${JSON.stringify(input)}`;
  expect(answer.status, about).toBeLessThan(500);
  if (answer.refusal === null) return;
  expect(Object.keys(JSON.parse(answer.text) as object), about).toEqual(["error"]);
  expect(answer.text, about).not.toMatch(/\n\s+at |node_modules|syntax error|PrismaClient|violates|invalid input/i);
  expect(answer.refusal.code, about).toMatch(/^[a-z_]+$/);
}

describe.each(withInput)("%s", (path) => {
  const schema = inputSchema(path);

  test("takes what its schema allows, and refuses the rest, without a fault", async () => {
    if (!schema) return;
    const spoilers = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        null,
        [],
        {},
        "",
        Number.MAX_VALUE,
        -0,
        1e15,
        "\u0000",
        "x".repeat(10_000),
        "2026-02-30",
        "9".repeat(400),
      ),
    );
    const inputs = fc
      .tuple(inputsOf(schema, ids), fc.option(fc.tuple(fc.array(fc.nat(20), { maxLength: 3 }), spoilers)))
      .map(([input, spoil]) => (spoil ? spoiled(input, ...spoil) : input));
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => expectDecent(await owner.call(path, input), input)),
      { numRuns: RUNS },
    );
  });

  test("takes no harm from any of the strings that break programs", async () => {
    const good: object = EXPECTATIONS[path]?.input?.(space) ?? {};
    const leaves = Object.entries(good)
      .filter(([, value]) => typeof value === "string")
      .map(([name]) => name);
    const some = STRINGS.filter((_, i) => i % 25 === path.length % 25);
    for (const name of leaves) {
      const isTyped = THOROUGH.includes(path) && name !== "idempotencyKey";
      for (const text of isTyped ? STRINGS : some)
        expectDecent(await owner.call(path, { ...good, ...aNewKeyFor(good), [name]: text }), { [name]: text });
    }
  }, 90_000); // some five hundred rows where people type freely, on a machine that may be busy
});

/** An intention of its own, where there is one: else the first answer would be given to all. */
function aNewKeyFor(input: object): object {
  return "idempotencyKey" in input ? { idempotencyKey: crypto.randomUUID() } : {};
}

/** Where people type freely: every string goes in here. */
const THOROUGH = ["plans.create", "people.names"];
