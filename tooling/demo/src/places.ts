import { NO_LIMITS } from "@working-social/booking/schema";
import type {
  BookingRuleView,
  CreateBookingRuleInput,
  CreateLocationInput,
  CreateRateInput,
  CreateResourceInput,
  ResourceView,
  RuleSettings,
  WeeklyInterval,
} from "@working-social/booking/schema";

type DemoResource = Omit<CreateResourceInput, "locationId" | "sortOrder" | "description" | "assignment" | "unitCount"> &
  Partial<Pick<CreateResourceInput, "unitCount" | "assignment" | "description">>;
type DemoRate = Pick<CreateRateInput, "name" | "unit" | "priceMinor"> &
  Partial<Omit<CreateRateInput, "planId" | "resourceId">> & { plan?: string; resource?: string };

export interface DemoPlace {
  location: CreateLocationInput;
  weekly: WeeklyInterval[];
  resources: DemoResource[];
  rates: DemoRate[];
}

const onDays = (days: number[], opens: number, closes: number): WeeklyInterval[] =>
  days.map((weekday) => ({ weekday, opensMinute: opens * 60, closesMinute: closes * 60 }));
const WEEKDAYS = [1, 2, 3, 4, 5];

export const OLD_HARBOUR: DemoPlace = {
  location: {
    name: "Old Harbour",
    timeZone: "America/New_York",
    currency: "USD",
    taxName: "Sales tax",
    taxBasisPoints: 600,
    taxInclusive: false,
    language: "en",
    region: "US",
  },
  weekly: [...onDays(WEEKDAYS, 8, 19), ...onDays([6], 9, 14)],
  resources: [
    {
      name: "Lantern",
      kind: "room",
      capacity: 6,
      floor: "Second floor",
      features: ["screen", "whiteboard"],
      description: "The corner room with the harbour windows.",
    },
    {
      name: "Harbour hall A",
      kind: "room",
      capacity: 20,
      floor: "Ground floor",
      features: ["screen", "whiteboard", "stage"],
    },
    { name: "Harbour hall B", kind: "room", capacity: 20, floor: "Ground floor", features: ["screen"] },
    { name: "Cooper", kind: "room", capacity: 4, floor: "Second floor", features: ["whiteboard"] },
    { name: "Booth 1", kind: "booth", capacity: 1, floor: "First floor", features: ["quiet"] },
    { name: "Booth 2", kind: "booth", capacity: 1, floor: "First floor", features: ["quiet"] },
    {
      name: "Window desks",
      kind: "hot_desk",
      capacity: 1,
      floor: "First floor",
      features: ["daylight"],
      unitCount: 12,
      assignment: "on_arrival",
    },
    { name: "Desk 21", kind: "dedicated_desk", capacity: 1, floor: "First floor", features: ["second screen"] },
    { name: "Projector", kind: "equipment", capacity: 1, floor: null, features: ["hdmi"] },
  ],
  rates: [
    { name: "Meeting room", unit: "hour", priceMinor: 2400, resourceKind: "room" },
    {
      name: "Meeting room, evening",
      unit: "hour",
      priceMinor: 1800,
      resourceKind: "room",
      bandFromMinute: 17 * 60,
      bandToMinute: 1440,
    },
    { name: "Hall", unit: "hour", priceMinor: 6000, resource: "Harbour hall A", minimumChargeMinor: 6000 },
    { name: "Hall, half a day", unit: "half_day", priceMinor: 18000, resource: "Harbour hall A" },
    { name: "Hall, day", unit: "day", priceMinor: 32000, resource: "Harbour hall A" },
    { name: "Hall", unit: "hour", priceMinor: 6000, resource: "Harbour hall B", minimumChargeMinor: 6000 },
    { name: "Hall, day", unit: "day", priceMinor: 32000, resource: "Harbour hall B" },
    { name: "Booth", unit: "hour", priceMinor: 600, resourceKind: "booth", audience: "non_member" },
    { name: "Desk for a day", unit: "day", priceMinor: 2900, resourceKind: "hot_desk" },
    { name: "Desk in your plan", unit: "day", priceMinor: 0, resourceKind: "hot_desk", plan: "Full-time" },
    { name: "Desk in your plan", unit: "day", priceMinor: 0, resourceKind: "hot_desk", plan: "Studio" },
    { name: "Dedicated desk", unit: "day", priceMinor: 3900, resourceKind: "dedicated_desk" },
    { name: "Projector", unit: "day", priceMinor: 1500, resourceKind: "equipment" },
  ],
};

export const ROPE_WALK: DemoPlace = {
  location: {
    name: "Rope Walk",
    timeZone: "Europe/Lisbon",
    currency: "EUR",
    taxName: "IVA",
    taxBasisPoints: 2300,
    taxInclusive: true,
    language: "en",
    region: "PT",
  },
  weekly: onDays(WEEKDAYS, 9, 20),
  resources: [
    { name: "Tagus", kind: "room", capacity: 8, floor: "Ground floor", features: ["screen", "whiteboard"] },
    { name: "Alfama", kind: "room", capacity: 4, floor: "Ground floor", features: ["screen"] },
    {
      name: "Long table",
      kind: "hot_desk",
      capacity: 1,
      floor: "Ground floor",
      features: [],
      unitCount: 8,
      assignment: "on_booking",
    },
  ],
  rates: [
    { name: "Meeting room", unit: "hour", priceMinor: 1900, resourceKind: "room" },
    { name: "Desk for a day", unit: "day", priceMinor: 1800, resourceKind: "hot_desk" },
  ],
};

const rule = (
  name: string,
  settings: Partial<RuleSettings>,
  scope: Partial<Omit<BookingRuleView, "settings">> = {},
): CreateBookingRuleInput => ({
  name,
  locationId: null,
  resourceKind: null,
  resourceId: null,
  planIds: [],
  teamIds: [],
  roles: [],
  audienceIsExcept: false,
  ...scope,
  settings: { ...NO_LIMITS, ...settings },
});

export const RULES = [
  rule("Quarter hours", { granularityMinutes: 15, minLengthMinutes: 15 }),
  rule("Sixty days ahead", { windowDays: 60, windowMode: "end_of_day" }),
  rule("Rooms: at most eight hours", { maxLengthMinutes: 480 }, { resourceKind: "room" }),
  rule(
    "Booths: one at a time, two hours",
    { maxLengthMinutes: 120, maxConcurrentPerPerson: 1 },
    { resourceKind: "booth" },
  ),
  rule("One desk at most, and a room besides", { maxConcurrentPerPerson: 1 }, { resourceKind: "hot_desk" }),
  rule("Teams share the rooms fairly", { maxConcurrentPerTeam: 2 }, { resourceKind: "room" }),
];

/** Rules about single rooms, and about a plan: they name what the set-up has made. */
export function rulesOfHalls(
  resources: readonly ResourceView[],
  plans: ReadonlyMap<string, string>,
): CreateBookingRuleInput[] {
  const idOf = (name: string) => resources.find((resource) => resource.name === name)?.id ?? null;
  const flexible = plans.get("Flex 10");
  return [
    rule(
      "The hall needs our approval on Flex 10",
      { needsApproval: true },
      { resourceId: idOf("Harbour hall A"), planIds: flexible ? [flexible] : [] },
    ),
    rule(
      "Hall B is kept for an hour while you ask your guests",
      { holdMinutes: 60 },
      { resourceId: idOf("Harbour hall B") },
    ),
  ];
}
