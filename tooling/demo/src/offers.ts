import type { PlanAllowance } from "@working-social/credits/schema";

type Unit = PlanAllowance["unit"];

/** What credits are good for, in the demo's own words; absent: for everything. */
export interface DemoScope {
  resources?: readonly string[];
  kinds?: PlanAllowance["scope"]["resourceKinds"];
  place?: "oldHarbour" | "ropeWalk";
}

export interface DemoAllowance {
  unit: Unit;
  quantity: number;
  rolloverCap: number;
  scope?: DemoScope;
}

/** Hours in a plan are for meetings in one's own house: the halls cost what they cost. */
const MEETING_ROOMS: DemoScope = { resources: ["Lantern", "Cooper"] };
/** A studio works in both. */
const ALL_MEETING_ROOMS: DemoScope = { resources: ["Lantern", "Cooper", "Tagus", "Alfama"] };
const DESKS: DemoScope = { kinds: ["hot_desk"] };
const HOUR = 60;

/** What each plan gives in a month. */
export const ALLOWANCES: ReadonlyMap<string, readonly DemoAllowance[]> = new Map([
  [
    "Full-time",
    [
      { unit: "room_minutes", quantity: 10 * HOUR, rolloverCap: 2 * HOUR, scope: MEETING_ROOMS },
      { unit: "mono_pages", quantity: 100, rolloverCap: 50 },
      { unit: "colour_pages", quantity: 20, rolloverCap: 10 },
      // A desk at Old Harbour is in the plan; in Lisbon one is a guest of the other house.
      { unit: "day_passes", quantity: 5, rolloverCap: 0, scope: { ...DESKS, place: "ropeWalk" } },
    ],
  ],
  [
    "Flex 10",
    [
      { unit: "day_passes", quantity: 10, rolloverCap: 3, scope: DESKS },
      { unit: "mono_pages", quantity: 20, rolloverCap: 0 },
    ],
  ],
  [
    "Studio",
    [
      { unit: "room_minutes", quantity: 30 * HOUR, rolloverCap: 10 * HOUR, scope: ALL_MEETING_ROOMS },
      { unit: "mono_pages", quantity: 1000, rolloverCap: 200 },
      { unit: "colour_pages", quantity: 200, rolloverCap: 50 },
    ],
  ],
  [
    "Staff",
    [
      { unit: "room_minutes", quantity: 8 * HOUR, rolloverCap: 0, scope: MEETING_ROOMS },
      { unit: "mono_pages", quantity: 200, rolloverCap: 0 },
      { unit: "colour_pages", quantity: 50, rolloverCap: 0 },
    ],
  ],
]);

export interface DemoPack {
  name: string;
  unit: Unit;
  quantity: number;
  priceMinor: number;
  /** null: never over. */
  validDays: number | null;
  scope?: DemoScope;
}

/** What can be bought on top of a plan. */
export const PACKS: readonly DemoPack[] = [
  {
    name: "10 hours of rooms",
    unit: "room_minutes",
    quantity: 10 * HOUR,
    priceMinor: 20_000,
    validDays: 90,
    scope: MEETING_ROOMS,
  },
  { name: "5 day passes", unit: "day_passes", quantity: 5, priceMinor: 12_500, validDays: 60, scope: DESKS },
  { name: "100 colour pages", unit: "colour_pages", quantity: 100, priceMinor: 3_500, validDays: null },
  { name: "500 black-and-white pages", unit: "mono_pages", quantity: 500, priceMinor: 3_000, validDays: null },
];
