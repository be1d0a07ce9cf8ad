import { NO_LIMITS } from "@working-social/booking/schema";
import type { Space } from "./a-space.ts";

// Good inputs: each call makes another one, so that names never clash.

const DAY_MS = 86_400_000;
export const day = (offset: number) => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
export const slot = () => ({ startsAt: `${day(2)}T04:00:00.000Z`, endsAt: `${day(2)}T05:00:00.000Z` });
export const key = () => crypto.randomUUID();
export const unique = (name: string) => `${name} ${crypto.randomUUID()}`;

export const location = () => ({
  name: unique("Wharf"),
  timeZone: "Asia/Kathmandu",
  currency: "USD",
  taxName: null,
  taxBasisPoints: 0,
  taxInclusive: false,
  language: "en",
  region: null,
});
export const resource = () => ({
  name: unique("Room"),
  kind: "room",
  capacity: 4,
  floor: null,
  description: null,
  features: [],
  assignment: "on_booking",
  unitCount: 1,
  sortOrder: 0,
});
export const person = () => ({ name: "Ben", role: "member", teamId: null, planId: null, homeLocationId: null });
const settings = { ...NO_LIMITS, maxLengthMinutes: 480 };
export const rule = (s: Space) => ({
  name: unique("Rule"),
  locationId: s.locationId,
  resourceKind: null,
  resourceId: null,
  planIds: [],
  teamIds: [],
  roles: [],
  audienceIsExcept: false,
  settings,
});
export const rate = (s: Space) => ({
  name: unique("Rate"),
  locationId: s.locationId,
  resourceKind: null,
  resourceId: null,
  audience: "anyone",
  planId: null,
  weekdays: [],
  bandFromMinute: 0,
  bandToMinute: 1440,
  unit: "hour",
  priceMinor: 100,
  minimumChargeMinor: null,
});
export const policy = (s: Space) => ({
  name: unique("Policy"),
  locationId: s.locationId,
  resourceKind: null,
  resourceId: null,
  tiers: [{ hoursBefore: 24, feePercent: 50 }],
});
export const floor = (s: Space) => ({
  name: unique("Floor"),
  sortOrder: 0,
  widthCm: 2000,
  heightCm: 1200,
  shapes: [{ kind: "space", label: null, points: [0, 0, 500, 0, 500, 400], resourceId: s.resourceId, unitId: null }],
});
export const pack = () => ({
  name: unique("Pack"),
  unit: "mono_pages",
  currency: null,
  quantity: 100,
  priceMinor: 900,
  priceCurrency: "USD",
  validDays: 90,
  scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
});
