import type { PackView } from "@working-social/charges/schema";
import type {
  CreateBookingRuleInput,
  CreateCancellationPolicyInput,
  CreateRateInput,
  FloorView,
  LocationView,
  OpeningHoursView,
  ResourceView,
} from "@working-social/booking/schema";
import { PAPER_SIZES } from "@working-social/copier/rules";
import type { PrintPriceRow } from "@working-social/copier/schema";
import type { OverdraftView, PlanAllowance } from "@working-social/credits/schema";
import type { PersonView, PlanView, TeamView } from "@working-social/directory/schema";
import { HOUR_CYCLES, LANGUAGES, newId, normalLine } from "@working-social/kernel";
import fc from "fast-check";

// Things as the server may answer them: legal, and odder than anything that a form would make by itself.

export const id = fc.uuid({ version: 7 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
export const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => !/\p{Cc}/u.test(text))
  // As it is kept: what comes from the server was normalised when it was typed.
  .map((text) => normalLine(`“${text}”`));
/** Lengths that no unit says in whole numbers, and those on the edge of one. */
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 525_600 }),
  fc.constantFrom(0, 1, 59, 61, 90, 1439, 1440, 1441, 1920),
);
const inDay = fc.integer({ min: 1, max: 1440 });
const count = fc.integer({ min: 0, max: 100_000 });
const money = fc.oneof(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom(0, 1, 2450));
const currency = fc.constantFrom("EUR", "JPY", "BHD", "CLP", "USD");
const kind = fc.constantFrom("room", "booth", "hot_desk", "dedicated_desk", "equipment");
const scope = { locationId: id, resourceKind: maybe(kind), resourceId: maybe(id) };
const creditScope = fc.record({
  resourceIds: fc.array(id, { maxLength: 3 }),
  resourceKinds: fc.uniqueArray(kind, { maxLength: 2 }),
  locationIds: fc.array(id, { maxLength: 2 }),
});

export const location = fc.record({
  id,
  name,
  timeZone: fc.constantFrom("Asia/Calcutta", "Asia/Kolkata", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "UTC"),
  currency,
  taxName: maybe(name),
  taxBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  taxInclusive: fc.boolean(),
  zeroTaxCategory: fc.constantFrom("Z", "E", "O"),
  language: fc.constantFrom(...LANGUAGES),
  region: maybe(fc.constantFrom("US", "CH", "419")),
}) as fc.Arbitrary<LocationView>;
export const here: LocationView = {
  id: newId(),
  name: "Here",
  timeZone: "UTC",
  currency: "EUR",
  taxName: null,
  taxBasisPoints: 0,
  taxInclusive: false,
  zeroTaxCategory: "O",
  language: "en",
  region: null,
};

export const preferences = fc.record({
  language: maybe(fc.constantFrom(...LANGUAGES)),
  region: maybe(fc.constantFrom("US", "CH", "419")),
  hourCycle: maybe(fc.constantFrom(...HOUR_CYCLES)),
});

export const rule = fc.record({
  name,
  locationId: maybe(id),
  resourceKind: maybe(kind),
  resourceId: maybe(id),
  planIds: fc.array(id, { maxLength: 3 }),
  teamIds: fc.array(id, { maxLength: 3 }),
  roles: fc.uniqueArray(fc.constantFrom("member", "team_admin", "front_desk"), { maxLength: 3 }),
  audienceIsExcept: fc.boolean(),
  settings: fc.record({
    mayBook: maybe(fc.boolean()),
    needsApproval: maybe(fc.boolean()),
    granularityMinutes: maybe(inDay),
    minLengthMinutes: maybe(minutes),
    maxLengthMinutes: maybe(minutes),
    minNoticeMinutes: maybe(minutes),
    windowDays: maybe(fc.integer({ min: 0, max: 3650 })),
    windowMode: maybe(fc.constantFrom("end_of_day", "exact")),
    bufferBeforeMinutes: maybe(inDay),
    bufferAfterMinutes: maybe(inDay),
    maxConcurrentPerPerson: maybe(count),
    maxConcurrentPerTeam: maybe(count),
    maxMinutesPerDayPerPerson: maybe(count),
    maxMinutesPerDayPerTeam: maybe(count),
    maxUpcomingPerPerson: maybe(count),
    maxUpcomingPerTeam: maybe(count),
    holdMinutes: maybe(inDay),
  }),
}) as fc.Arbitrary<CreateBookingRuleInput>;

export const rate = fc.record({
  id,
  name,
  ...scope,
  audience: fc.constantFrom("anyone", "member", "non_member"),
  planId: maybe(id),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  bandFromMinute: fc.integer({ min: 0, max: 719 }),
  bandToMinute: fc.integer({ min: 720, max: 1440 }),
  unit: fc.constantFrom("hour", "half_day", "day"),
  priceMinor: money,
  minimumChargeMinor: maybe(money),
}) as fc.Arbitrary<CreateRateInput & { id: string }>;

export const policy = fc.record({
  id,
  name,
  ...scope,
  tiers: fc
    .uniqueArray(fc.integer({ min: 0, max: 8760 }), { minLength: 1, maxLength: 12 })
    .map((hours) => hours.map((hoursBefore) => ({ hoursBefore, feePercent: 37 }))),
}) as fc.Arbitrary<CreateCancellationPolicyInput & { id: string }>;

export const resource = fc.record({
  id,
  locationId: id,
  name,
  kind,
  capacity: fc.integer({ min: 1, max: 10_000 }),
  floor: maybe(name),
  description: maybe(name.map((text) => `${text}\n\n  • ${text}`)),
  features: fc.uniqueArray(fc.constantFrom("screen", "hybrid & quiet", "räder, rund"), { maxLength: 3 }),
  allocation: fc.constantFrom("one_unit", "all_units"),
  assignment: fc.constantFrom("on_booking", "on_arrival"),
  sortOrder: count,
  isArchived: fc.constant(false),
  units: fc.array(fc.record({ id, name }), { minLength: 1, maxLength: 30 }),
}) as fc.Arbitrary<ResourceView>;

export const person = fc.record({
  id,
  name,
  email: fc.constantFrom("ana+rooms@example.test", "o'hara@example.test"),
  role: fc.constantFrom("member", "owner", "billing_manager"),
  status: fc.constantFrom("invited", "active", "suspended"),
  teamId: maybe(id),
  teamName: maybe(name),
  planId: maybe(id),
  planName: maybe(name),
  homeLocationId: maybe(id),
}) as fc.Arbitrary<PersonView>;

const allowance = fc.record({
  unit: fc.constantFrom("room_minutes", "day_passes", "mono_pages", "colour_pages"),
  currency: fc.constant(null),
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  rolloverCap: count,
  scope: creditScope,
});
export const pack = fc.record({
  id,
  name,
  unit: fc.constantFrom("room_minutes", "day_passes", "mono_pages"),
  currency: fc.constant(null),
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  priceMinor: money,
  priceCurrency: currency,
  validDays: maybe(fc.integer({ min: 1, max: 3660 })),
  scope: creditScope,
  purpose: fc.constantFrom("single_purpose", "multi_purpose"),
  priceMode: fc.constantFrom("net", "gross"),
  tax: fc.constant({ category: "O", basisPoints: 0 }),
  totalMinor: money,
}) as fc.Arbitrary<PackView>;

export const team = fc.record({
  id,
  name,
  planId: maybe(id),
  planName: maybe(name),
  peopleCount: count,
}) as fc.Arbitrary<TeamView>;
export const plan = fc.record({
  view: fc.record({ id, name, peopleCount: count, teamCount: count }) as fc.Arbitrary<PlanView>,
  allowances: fc.array(allowance, { maxLength: 5 }) as fc.Arbitrary<PlanAllowance[]>,
});
export const overdraft = fc.record({
  lotId: id,
  unit: fc.constantFrom("room_minutes", "day_passes", "mono_pages", "colour_pages"),
  currency: fc.constant(null),
  owner: fc.constantFrom("person", "team"),
  limit: fc.integer({ min: 0, max: 1_000_000 }),
  owed: count,
  left: count,
}) as fc.Arbitrary<OverdraftView>;

/** Up to two stretches of a day, also over midnight, that do not overlap. */
const stretches = fc
  .tuple(
    fc.integer({ min: 0, max: 600 }),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: 2000 }),
    fc.boolean(),
  )
  .map(([opensMinute, first, pause, second, isOne]) => {
    const closesMinute = opensMinute + first;
    const later = { opensMinute: closesMinute + pause, closesMinute: closesMinute + pause + second };
    return isOne ? [{ opensMinute, closesMinute }] : [{ opensMinute, closesMinute }, later];
  });
const date = fc.integer({ min: 0, max: 3000 }).map((days) => {
  const day = Temporal.PlainDate.from("2024-02-28").add({ days });
  return day.toString();
});
/** In the order in which the server answers. */
export const hours: fc.Arbitrary<OpeningHoursView> = fc.record({
  weekly: fc
    .tuple(...[1, 2, 3, 4, 5, 6, 7].map((weekday) => fc.tuple(fc.constant(weekday), maybe(stretches))))
    .map((week) => week.flatMap(([weekday, open]) => (open ?? []).map((one) => ({ weekday, ...one })))),
  exceptions: fc
    .uniqueArray(fc.tuple(date, name, maybe(stretches)), { selector: ([day]) => day, maxLength: 4 })
    .map((days) =>
      days
        .toSorted(([a], [b]) => a.localeCompare(b))
        .flatMap(([day, reason, open]) =>
          (open ?? [{ opensMinute: null, closesMinute: null }]).map((one) => ({ date: day, reason, ...one })),
        ),
    ),
});

export const prices: fc.Arbitrary<PrintPriceRow[]> = fc.uniqueArray(
  fc.record({
    colour: fc.constantFrom("mono", "colour"),
    paperSize: fc.constantFrom(...PAPER_SIZES),
    isDuplex: fc.boolean(),
    priceMinor: fc.integer({ min: 0, max: 100_000_000 }),
    creditsPerSide: fc.integer({ min: 0, max: 100 }),
  }),
  { selector: ({ colour, paperSize, isDuplex }) => `${colour} ${paperSize} ${isDuplex}` },
);

export const floor: fc.Arbitrary<FloorView> = fc.record({
  id,
  locationId: id,
  name,
  sortOrder: count,
  widthCm: fc.integer({ min: 201, max: 100_000 }),
  heightCm: fc.integer({ min: 201, max: 100_000 }),
  version: fc.integer({ min: 1, max: 1_000_000 }),
  shapes: fc.array(
    fc.record({
      id,
      kind: fc.constantFrom("space", "space"),
      label: maybe(name),
      points: fc.tuple(fc.nat(100), fc.nat(100)).map(([x, y]) => [x, y, x + 97, y + 1, x + 3, y + 99]),
      resourceId: id,
      unitId: maybe(id),
    }),
    { maxLength: 4 },
  ),
});
