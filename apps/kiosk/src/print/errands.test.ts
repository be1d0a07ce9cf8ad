import { describe, expect, test } from "vitest";
import type { Ask } from "./errands.ts";
import { buy, enter, releaseAll, removeOne, visitEnd } from "./errands.ts";
import { aJob, aPerson } from "./testing/a-waiting-person.ts";
import type { VisitEvent } from "./visit.ts";

const [plan, letter] = [aJob(), aJob({ id: "letter", moneyMinor: 0 })];
const person = aPerson(plan, letter);
const now = aPerson();
const done = (output: unknown) => ({ kind: "done", output });
const refused = (code: string, data: object = {}) => ({ kind: "refused", refusal: { code, ...data } });

/** Answers in the order of the script; says what was asked, and what was dispatched. */
function script(...answers: object[]) {
  const asked: [string, object][] = [];
  const happened: VisitEvent[] = [];
  const ask = (async (call: string, input: object) => {
    asked.push([call, input]);
    const answer = answers.shift();
    if (!answer) throw new Error(`Nobody expected ${call}.`);
    return answer;
  }) as unknown as Ask;
  return { ask, asked, happened, dispatch: (one: VisitEvent) => void happened.push(one) };
}

describe("releasing", () => {
  test("asks for each, for what was shown, and then what is left", async () => {
    const { ask, asked, happened, dispatch } = script(done("a"), done("b"), done(now));
    await releaseAll(ask, { jobs: [plan, letter], person }, dispatch);
    expect(asked).toEqual([
      ["release", { jobId: "plan", expectedMoneyMinor: 250 }],
      ["release", { jobId: "letter", expectedMoneyMinor: 0 }],
      ["waiting", {}],
    ]);
    expect(happened).toEqual([{ type: "released", released: ["a", "b"], person: now, notice: null }]);
  });
  test("stops at the first that is refused, and releases none of the rest", async () => {
    const { ask, asked, happened, dispatch } = script(
      done("a"),
      refused("device_offline", { deviceName: "C" }),
      done(now),
    );
    await releaseAll(ask, { jobs: [plan, letter, aJob({ id: "third" })], person }, dispatch);
    expect(asked.map(([call]) => call)).toEqual(["release", "release", "waiting"]);
    expect(happened).toMatchObject([{ type: "released", notice: { kind: "device_offline", deviceName: "C" } }]);
  });
  test("a new price of the only one is for the person to decide", async () => {
    const { ask, happened, dispatch } = script(
      refused("print_price_changed", { credits: 15, moneyMinor: 375, currency: "USD" }),
      done(person),
    );
    await releaseAll(ask, { jobs: [plan], person }, dispatch);
    expect(happened).toMatchObject([
      { type: "waiting", person },
      { type: "new_price", jobId: "plan", credits: 15, moneyMinor: 375 },
    ]);
  });
  test.each([
    ["wrong_job_state", { kind: "job_gone" }],
    ["not_found", { kind: "job_gone" }],
    ["no_price", { kind: "no_price" }],
    ["something_new", { kind: "refused", code: "something_new" }],
  ])("%s has its sentence", async (code, notice) => {
    const { ask, happened, dispatch } = script(refused(code), done(now));
    await releaseAll(ask, { jobs: [plan], person }, dispatch);
    expect(happened.at(-1)).toEqual({ type: "refused", notice });
  });
  test("when what is left can't be asked, it is what was there before", async () => {
    const { ask, happened, dispatch } = script(done("a"), refused("bad_input"));
    await releaseAll(ask, { jobs: [plan], person }, dispatch);
    expect(happened).toMatchObject([{ type: "released", person }]);
  });
});

test("deleting says what was deleted, or why not", async () => {
  const good = script(done("a"), done(now));
  await removeOne(good.ask, { job: plan, person }, good.dispatch);
  expect(good.happened).toEqual([{ type: "deleted", job: plan, person: now }]);
  const bad = script(refused("wrong_job_state"), done(now));
  await removeOne(bad.ask, { job: plan, person }, bad.dispatch);
  expect(bad.happened.at(-1)).toEqual({ type: "refused", notice: { kind: "job_gone" } });
});

test("buying names the price that was seen and the key of the tap", async () => {
  const chosen = { pack: { id: "pack", totalMinor: 900 }, idempotencyKey: "key" } as Parameters<
    typeof buy
  >[1]["chosen"];
  const good = script(done("bought"), done(now));
  await buy(good.ask, { chosen, person }, good.dispatch);
  expect(good.asked[0]).toEqual(["buy", { packId: "pack", expectedPriceMinor: 900, idempotencyKey: "key" }]);
  expect(good.happened).toEqual([{ type: "bought", pack: "bought", person: now }]);
  const dearer = script(refused("pack_price_changed", { priceMinor: 950, currency: "USD" }));
  await buy(dearer.ask, { chosen, person }, dearer.dispatch);
  expect(dearer.happened).toEqual([{ type: "new_pack_price", priceMinor: 950 }]);
});

test("entering leads inside, or says the code of what went wrong", async () => {
  const good = script(done(person));
  expect(await enter(good.ask, good.dispatch)).toBe(true);
  const bad = script(refused("bad_input"));
  expect(await enter(bad.ask, bad.dispatch)).toBe(false);
  expect(bad.happened).toEqual([{ type: "turned_away", notice: { kind: "refused", code: "bad_input" } }]);
});

test("a visit ends with its code, and a lock says until when", () => {
  const at = { isPin: true, isInside: false, now: 1_000 };
  expect(visitEnd({ code: "wrong_code" }, at)).toEqual({ kind: "wrong_code", by: "pin" });
  expect(visitEnd({ code: "wrong_code" }, { ...at, isPin: false })).toEqual({ kind: "wrong_code", by: "code" });
  expect(visitEnd({ code: "wrong_code" }, { ...at, isInside: true })).toEqual({ kind: "ended" });
  expect(visitEnd({ code: "too_many_codes", retryAfterSeconds: 59 }, at)).toEqual({ kind: "locked", until: 60_000 });
  expect(visitEnd({ code: "device_offline", deviceName: "C", lastSeenAt: null }, at)).toBeNull();
});
