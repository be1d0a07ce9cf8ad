import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { LotView } from "../schema.ts";
import type { SpendablePlan, SpendableRow, SpendableSchedule } from "./spendable.ts";
import { needsOpening, spendableLots } from "./spendable.ts";

const ZONE = "America/St_Johns"; // months begin at 03:30 UTC in winter, 02:30 in summer
const NOW = parseInstant("2026-11-25T09:00:00Z");
const NOVEMBER = parseInstant("2026-11-01T02:30:00Z");
const DECEMBER = parseInstant("2026-12-01T03:30:00Z");
const JANUARY = parseInstant("2027-01-01T03:30:00Z");
const FEBRUARY = parseInstant("2027-02-01T03:30:00Z");
const HOUR = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();
const spanAt = (start: number, length = HOUR) => ({ start, end: start + length });

type LotRow = SpendableRow["lots"][number];
const aLotRow = (id: string, more: Partial<LotRow> = {}): LotRow => ({
  id,
  unit: "room_minutes",
  currency: null,
  team_id: null,
  source: "gift",
  label: id,
  starts_at: null,
  expires_at: null,
  resource_ids: [],
  resource_kinds: [],
  location_ids: [],
  created_at: NOVEMBER,
  balance: 60,
  held: 0,
  floor: 0,
  stale: 0,
  given_back: 0,
  ...more,
});
const gives = (quantity: number, more: Partial<SpendablePlan["allowances"][number]> = {}) => ({
  id: `gives-${quantity}`,
  unit: "room_minutes" as const,
  currency: null,
  quantity,
  rollover_cap: 0,
  resource_ids: [],
  resource_kinds: [],
  location_ids: [],
  ...more,
});
/** Ana's, opened for November. */
const aPlan = (more: Partial<SpendablePlan> = {}): SpendablePlan => ({
  owner_id: "ana",
  is_team: false,
  plan_id: "p",
  opened: { plan_id: "p", starts_at: NOVEMBER },
  allowances: [gives(600)],
  given: [],
  ...more,
});
const aPromise = (quantity: number, used_at: number, more: Partial<SpendableSchedule> = {}): SpendableSchedule => ({
  person_id: "ana",
  unit: "room_minutes",
  currency: null,
  quantity,
  used_at,
  resource_id: null,
  resource_kind: null,
  location_id: null,
  ...more,
});
const aRow = (more: Partial<SpendableRow> = {}): SpendableRow => ({
  person_id: "ana",
  zone: ZONE,
  lots: [],
  plans: [],
  schedules: [],
  ...more,
});
const left = (lots: readonly LotView[]) => lots.map((lot) => [lot.id, lot.left]);
const planned = (at: number, allowance = "gives-600") => `planned:${allowance}:${iso(at)}`;
const spend = (more: Partial<SpendableRow>, span = spanAt(NOW)) => left(spendableLots(aRow(more), NOW, span));

describe("what can be spent of lots", () => {
  test("nothing by somebody without credits", () => {
    expect(spendableLots(null, NOW, spanAt(NOW))).toEqual([]);
    expect(spend({})).toEqual([]);
  });

  test("what is left, in the order of use; neither used-up lots nor overdrafts", () => {
    const lots = [
      aLotRow("team", { team_id: "t", created_at: NOVEMBER - 1 }),
      aLotRow("own", { balance: 90, held: 30 }),
      aLotRow("soon", { expires_at: DECEMBER, balance: 5 }),
      aLotRow("used up", { balance: 0 }),
      aLotRow("overdraft", { source: "overdraft", balance: 10, floor: -100 }),
    ];
    expect(spend({ lots })).toEqual([
      ["soon", 5],
      ["own", 60],
      ["team", 60],
    ]);
  });

  test("what the excepted cause has taken counts as there, of a lot that is over nothing else", () => {
    const over = { expires_at: NOW, held: 7, stale: 3 };
    const lots = [
      aLotRow("valid", { given_back: 15, held: 5, expires_at: NOW + 1 }),
      aLotRow("over", { ...over, given_back: 20 }),
      aLotRow("over and nothing of it", over),
    ];
    expect(spend({ lots })).toEqual([
      ["over", 20],
      ["valid", 70],
    ]);
  });

  test("the owner's mark does not leave", () => {
    expect(spendableLots(aRow({ lots: [aLotRow("own")] }), NOW, spanAt(NOW))[0]).not.toHaveProperty("ownerId");
  });
});

describe("what plans will give", () => {
  test("is nothing more in a month that is open, and all of it in each later month that the usage touches", () => {
    expect(spend({ plans: [aPlan()] })).toEqual([]);
    expect(spend({ plans: [aPlan()] }, spanAt(DECEMBER - HOUR))).toEqual([]);
    expect(spend({ plans: [aPlan()] }, spanAt(DECEMBER))).toEqual([[planned(DECEMBER), 600]]);
    expect(spend({ plans: [aPlan()] }, spanAt(DECEMBER - 1, 2))).toEqual([[planned(DECEMBER), 600]]);
    expect(spend({ plans: [aPlan()] }, spanAt(JANUARY - 1, 2))).toEqual([
      [planned(DECEMBER), 600],
      [planned(JANUARY), 600],
    ]);
    expect(spend({ plans: [aPlan()] }, spanAt(JANUARY, FEBRUARY - JANUARY))).toEqual([[planned(JANUARY), 600]]);
  });

  test("looks like a lot of the period that can be promised", () => {
    const plan = aPlan({
      allowances: [gives(600, { resource_ids: ["r"], resource_kinds: ["room"], location_ids: ["l"] })],
    });
    expect(spendableLots(aRow({ plans: [plan] }), NOW, spanAt(DECEMBER))).toEqual([
      {
        id: planned(DECEMBER),
        unit: "room_minutes",
        currency: null,
        owner: "person",
        source: "plan",
        label: "2026-12",
        left: 600,
        held: 0,
        startsAt: iso(DECEMBER),
        expiresAt: iso(JANUARY),
        scope: { resourceIds: ["r"], resourceKinds: ["room"], locationIds: ["l"] },
        createdAt: iso(DECEMBER),
        isPlanned: true,
      },
    ]);
  });

  test("a team and one of its people on the same plan have a lot each, the person's first; a colleague's is not mine", () => {
    const plans = [aPlan({ is_team: true, owner_id: "t" }), aPlan(), aPlan({ owner_id: "bo" })];
    const lots = spendableLots(aRow({ plans }), NOW, spanAt(DECEMBER));
    expect(lots.map(({ id, owner }) => [id, owner])).toEqual([
      [planned(DECEMBER), "person"],
      [`${planned(DECEMBER)}:team`, "team"],
    ]);
  });

  test("in the minutes before the month is opened all of it is on its way, from now on", () => {
    const notOpened = aPlan({ opened: { plan_id: "p", starts_at: parseInstant("2026-10-01T02:30:00Z") } });
    const [lot] = spendableLots(aRow({ plans: [notOpened] }), NOW, spanAt(NOW));
    expect(lot).toMatchObject({ id: planned(NOVEMBER), left: 600, label: "2026-11", createdAt: iso(NOW) });
    expect(spend({ plans: [aPlan({ opened: null })] })).toEqual([[planned(NOVEMBER), 600]]);
  });

  test("a change of plan gives what the new one gives more, by kind and scope; nothing for what it gives less", () => {
    const plan = aPlan({
      opened: { plan_id: "before", starts_at: NOVEMBER },
      allowances: [gives(600), gives(10, { unit: "mono_pages" }), gives(50, { location_ids: ["l"] })],
      given: [gives(450), gives(40, { unit: "mono_pages" }), gives(5, { unit: "day_passes" })],
    });
    expect(spend({ plans: [plan] })).toEqual([
      [planned(NOVEMBER, "gives-50"), 50],
      [planned(NOVEMBER), 150],
    ]);
    expect(
      spend({ plans: [plan] }, spanAt(DECEMBER)).filter(([id]) => String(id).includes(iso(DECEMBER))),
    ).toHaveLength(3);
  });

  test("UTC counts where there is no location yet", () => {
    const plan = aPlan({ opened: { plan_id: "p", starts_at: parseInstant("2026-11-01T00:00:00Z") } });
    expect(spend({ zone: null, plans: [plan] }, spanAt(parseInstant("2026-12-01T00:00:00Z")))).toEqual([
      [planned(parseInstant("2026-12-01T00:00:00Z")), 600],
    ]);
  });
});

describe("what was promised before", () => {
  const december = spanAt(DECEMBER + HOUR);

  test("is taken off what the plan of its month will give, and of no other month", () => {
    const schedules = [aPromise(100, DECEMBER), aPromise(30, JANUARY - 1), aPromise(7, JANUARY)];
    expect(spend({ plans: [aPlan()], schedules }, december)).toEqual([[planned(DECEMBER), 470]]);
    expect(spend({ plans: [aPlan()], schedules }, spanAt(JANUARY))).toEqual([[planned(JANUARY), 593]]);
  });

  test("and is due of this month: lots pay for it in the order of use, those on their way included", () => {
    const lots = [aLotRow("own", { expires_at: DECEMBER - 1, balance: 20 })];
    const plans = [aPlan({ opened: null })];
    expect(spend({ lots, plans, schedules: [aPromise(50, NOW)] })).toEqual([[planned(NOVEMBER), 570]]);
    // Of last month: this month's plan is not for it.
    expect(spend({ lots, plans, schedules: [aPromise(50, NOVEMBER - 1)] })).toEqual([[planned(NOVEMBER), 600]]);
    expect(spend({ lots: [aLotRow("own")], schedules: [aPromise(50, NOVEMBER - 1)] })).toEqual([["own", 10]]);
    expect(spend({ lots: [aLotRow("own")], schedules: [aPromise(50, DECEMBER)] })).toEqual([["own", 60]]);
    expect(spend({ lots: [aLotRow("own")], schedules: [aPromise(50, DECEMBER)] }, december)).toEqual([["own", 60]]);
  });

  test("to a colleague takes the colleague's and the team's, never mine", () => {
    const plans = [
      aPlan(),
      aPlan({ owner_id: "bo", allowances: [gives(40)] }),
      aPlan({ is_team: true, owner_id: "t" }),
    ];
    const schedules = [aPromise(100, DECEMBER, { person_id: "bo" })];
    expect(spend({ plans, schedules }, december)).toEqual([
      [planned(DECEMBER), 600],
      [`${planned(DECEMBER)}:team`, 540],
    ]);
    expect(spend({ lots: [aLotRow("own")], schedules: [aPromise(50, NOW, { person_id: "bo" })] })).toEqual([
      ["own", 60],
    ]);
    expect(
      spend({ lots: [aLotRow("team", { team_id: "t" })], schedules: [aPromise(50, NOW, { person_id: "bo" })] }),
    ).toEqual([["team", 10]]);
  });

  test("takes of what is good for its resource, and only what is its kind", () => {
    const plans = [aPlan({ allowances: [gives(600, { resource_kinds: ["room"] })] })];
    const where = { resource_id: "r", resource_kind: "room", location_id: "l" };
    expect(spend({ plans, schedules: [aPromise(100, DECEMBER, where)] }, december)).toEqual([[planned(DECEMBER), 500]]);
    for (const unknown of ["resource_id", "resource_kind", "location_id"])
      expect(spend({ plans, schedules: [aPromise(100, DECEMBER, { ...where, [unknown]: null })] }, december)).toEqual([
        [planned(DECEMBER), 600],
      ]);
    expect(spend({ plans, schedules: [aPromise(100, DECEMBER, { ...where, unit: "day_passes" })] }, december)).toEqual([
      [planned(DECEMBER), 600],
    ]);
  });
});

describe("before anything is spent the month has to be opened", () => {
  const needs = (more: Partial<SpendableRow>) => needsOpening(aRow(more), NOW);

  test("not for somebody without credits, nor when it is open", () => {
    expect(needsOpening(null, NOW)).toBe(false);
    expect(needs({})).toBe(false);
    expect(needs({ plans: [aPlan()] })).toBe(false);
  });

  test("when it is not, or was opened with another plan than mine or the team's", () => {
    expect(needs({ plans: [aPlan({ opened: null })] })).toBe(true);
    expect(needs({ plans: [aPlan({ opened: { plan_id: "p", starts_at: DECEMBER } })] })).toBe(true);
    expect(needs({ plans: [aPlan({ opened: { plan_id: "q", starts_at: NOVEMBER } })] })).toBe(true);
    expect(needs({ plans: [aPlan({ is_team: true, owner_id: "t", opened: null })] })).toBe(true);
    expect(needs({ plans: [aPlan({ owner_id: "bo", opened: null })] })).toBe(false);
  });

  test("somebody who left their plan has nothing to be opened, until another month was", () => {
    expect(needs({ plans: [aPlan({ plan_id: null, opened: null })] })).toBe(false);
    expect(needs({ plans: [aPlan({ plan_id: null })] })).toBe(true);
    const before = { plan_id: "p", starts_at: parseInstant("2026-10-01T02:30:00Z") };
    expect(needs({ plans: [aPlan({ plan_id: null, opened: before })] })).toBe(false);
  });

  test("the month is the same when the first location's clock is another one by now, up to two days", () => {
    const opened = (hours: number) => aPlan({ opened: { plan_id: "p", starts_at: NOVEMBER + hours * HOUR } });
    expect([-47, 47].map((hours) => needs({ plans: [opened(hours)] }))).toEqual([false, false]);
    expect([-48, 48].map((hours) => needs({ plans: [opened(hours)] }))).toEqual([true, true]);
  });

  test("when something was promised that is due by now", () => {
    expect(needs({ schedules: [aPromise(1, DECEMBER - 1)] })).toBe(true);
    expect(needs({ schedules: [aPromise(1, DECEMBER)] })).toBe(false);
    expect(needsOpening(aRow({ zone: null, schedules: [aPromise(1, DECEMBER - 1)] }), NOW)).toBe(false);
  });
});
