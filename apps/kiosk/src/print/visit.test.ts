import type { PackView } from "@working-social/charges/schema";
import { describe, expect, test } from "vitest";
import { formatsOf } from "../texts/formats.ts";
import { english } from "../texts/kiosk-texts.ts";
import { announcement } from "./announcement.ts";
import { aJob, aPerson } from "./testing/a-waiting-person.ts";
import type { Visit, VisitEvent } from "./visit.ts";
import { isSomebodyHere, nextVisit, releasable, START, startAfter } from "./visit.ts";

const texts = english.texts(formatsOf({ language: "en", locale: "en-GB" }));
const after = (first: Visit, ...events: VisitEvent[]) => events.reduce<Visit>(nextVisit, first);
const person = aPerson(aJob(), aJob({ id: "letter", title: "Letter.docx" }));
const inside = after(START, { type: "checking" }, { type: "came", person });
const pack: PackView = {
  id: "pack",
  name: "Colour 50",
  unit: "colour_pages",
  currency: null,
  quantity: 50,
  priceMinor: 900,
  purpose: "multi_purpose",
  priceMode: "gross",
  tax: { category: "O", basisPoints: 0 },
  totalMinor: 900,
  priceCurrency: "USD",
  validDays: null,
  scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
};
const locked = { kind: "locked", until: 60_000 } as const;

describe("at the start", () => {
  test("digits come one by one or in a burst, and no more than a PIN has", () => {
    const visit = after(START, { type: "digits", digits: "12" }, { type: "digits", digits: "3456789" });
    expect(visit).toMatchObject({ at: "start", pin: "123456" });
    expect(after(visit, { type: "erase" })).toMatchObject({ pin: "12345" });
    expect(after(visit, { type: "clear" })).toMatchObject({ pin: "" });
  });
  test("while the server is asked, the pad is deaf", () => {
    const visit = after(START, { type: "digits", digits: "123456" }, { type: "checking" });
    expect(after(visit, { type: "digits", digits: "7" }, { type: "erase" }, { type: "clear" })).toEqual(visit);
  });
  test("a wrong PIN leaves nothing of itself, and its sentence goes with the next digit", () => {
    const visit = after(
      START,
      { type: "digits", digits: "123456" },
      { type: "checking" },
      { type: "turned_away", notice: { kind: "wrong_code", by: "pin" } },
    );
    expect(visit).toEqual({ ...START, notice: { kind: "wrong_code", by: "pin" } });
    expect(after(visit, { type: "digits", digits: "1" })).toMatchObject({ pin: "1", notice: null });
  });
  test("a lock outlives the visit, everything else does not", () => {
    const visit = after(START, { type: "turned_away", notice: locked });
    expect(startAfter(visit)).toEqual({ ...START, notice: locked });
    expect(startAfter(inside)).toBe(START);
    expect(startAfter(after(START, { type: "digits", digits: "12" }))).toBe(START);
    expect(after(visit, { type: "lock_is_over" })).toEqual(START);
  });
  test("somebody is here as soon as there is anything to lose", () => {
    expect(isSomebodyHere(START)).toBe(false);
    expect(isSomebodyHere(after(START, { type: "turned_away", notice: locked }))).toBe(false);
    expect(isSomebodyHere(after(START, { type: "digits", digits: "1" }))).toBe(true);
    expect(isSomebodyHere(after(START, { type: "too_short" }))).toBe(true);
    expect(isSomebodyHere(inside)).toBe(true);
  });
  test("an answer that comes after its visit changes nothing", () => {
    for (const late of [
      { type: "waiting", person },
      { type: "work", work: { kind: "buy" } },
      { type: "released", released: [], person, notice: null },
      { type: "refused", notice: { kind: "job_gone" } },
    ] as const)
      expect(after(START, late)).toEqual(START);
  });
});

describe("inside", () => {
  test("the next person's code ends it at once, before the server has answered", () => {
    expect(after(inside, { type: "next_person" })).toEqual({ ...START, isChecking: true });
  });
  test("a new price stands where the old one was, and nothing is under way", () => {
    const visit = after(
      inside,
      { type: "work", work: { kind: "release", jobIds: ["plan"] } },
      { type: "new_price", jobId: "plan", credits: 15, moneyMinor: 375 },
    );
    expect(visit).toMatchObject({ at: "jobs", work: null, notice: { kind: "price_changed", jobId: "plan" } });
    const [plan, letter] = visit.at === "jobs" ? visit.person.jobs : [];
    expect(plan).toMatchObject({ credits: 15, moneyMinor: 375, balanceAfter: 5 });
    expect(letter).toMatchObject({ credits: 20, moneyMinor: 250 });
    expect(announcement(texts, visit)).toContain("Fire plan.pdf costs something else now");
  });
  test("nothing is asked while something is under way", () => {
    const busy = after(inside, { type: "work", work: { kind: "release", jobIds: ["plan"] } });
    expect(after(busy, { type: "ask_to_delete", jobId: "letter" })).toEqual(busy);
    expect(announcement(texts, busy)).toBe("Just a moment …");
  });
  test("all are those that wait and have a price", () => {
    const jobs = [aJob(), aJob({ id: "b", status: "released" }), aJob({ id: "c", priceMinor: null })];
    expect(releasable(aPerson(...jobs)).map(({ id }) => id)).toEqual(["plan"]);
  });
});

describe("at the shelf", () => {
  const chosen = { pack, idempotencyKey: "key" };
  const shelf = after(inside, { type: "shelf", packs: [pack] }, { type: "choose", chosen });

  test("another price is shown, and is another purchase", () => {
    const visit = after(shelf, { type: "work", work: { kind: "buy" } }, { type: "new_pack_price", priceMinor: 950 });
    expect(visit).toMatchObject({ at: "packs", packs: [{ totalMinor: 950 }], chosen: null, work: null });
  });
  test("while it is bought, nothing else is chosen", () => {
    const buying = after(shelf, { type: "work", work: { kind: "buy" } });
    expect(after(buying, { type: "choose", chosen: null })).toEqual(buying);
  });
  test("back leads to the prints, with nothing chosen", () => {
    expect(after(shelf, { type: "back_to_jobs" })).toEqual(inside);
  });
});
