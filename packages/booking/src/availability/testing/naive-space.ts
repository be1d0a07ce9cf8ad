import type { TestDatabase } from "@working-social/db/testing";
import {
  aCancellationPolicy,
  aLocation,
  anOrganization,
  aPerson,
  aRate,
  aResource,
  aRule,
} from "@working-social/db/testing";
import type { EpochMs, Interval } from "@working-social/kernel";
import { addDays, dayInterval, extend, newId, overlaps } from "@working-social/kernel";
import type { ResourceKind } from "../../shared.ts";

// A space with a history of bookings, and the plainest answers about it: every booking is looked at for every question,
// without an index, a limit or a shortcut. What the queries answer is compared with these.

export const QUARTER_MS = 900_000;
const BASE_DATE = "2026-12-01";
const ARCHIVED = { archived_at: "2026-06-01T00:00:00Z" };

export interface NaiveResource {
  id: string;
  name: string;
  kind: ResourceKind;
  capacity: number;
  locationId: string;
  isPool: boolean;
  isArchived: boolean;
  unitIds: string[];
  buffers: [before: number, after: number];
  priceMinorPerHour: number;
}

export interface NaiveBooking {
  id: string;
  resource: NaiveResource;
  status: "held" | "pending_approval" | "confirmed" | "cancelled" | "declined" | "deleted" | "expired";
  isMine: boolean;
  slot: Interval;
  claim: Interval;
  unitIds: string[];
  holdExpiresAt: EpochMs | null;
}

/** One wish of a random history; it becomes a booking where its units are free. Times are quarters of an hour. */
export interface Wish {
  resource: number;
  quarters: number;
  length: number;
  touches: "nothing" | "midnight at its start" | "midnight at its end" | "a quarter past midnight";
  status: NaiveBooking["status"];
  /** Of a hold: minutes from now until it is over; negative: it is over, and no job has come by. */
  heldFor: number;
  isMine: boolean;
}

export class NaiveSpace {
  readonly bookings: NaiveBooking[] = [];
  readonly zone: string;
  readonly now: EpochMs;
  readonly ana: { id: string; actor: Awaited<ReturnType<typeof aPerson>>["actor"] };
  readonly organizationId: string;
  readonly resources: NaiveResource[];
  constructor(at: Pick<NaiveSpace, "zone" | "now" | "ana" | "organizationId">, resources: NaiveResource[]) {
    ({ zone: this.zone, now: this.now, ana: this.ana, organizationId: this.organizationId } = at);
    this.resources = resources;
  }

  /** The same space at another moment. */
  as(now: EpochMs): NaiveSpace {
    const { zone, ana, organizationId, resources } = this;
    const then = new NaiveSpace({ zone, now, ana, organizationId }, resources);
    then.bookings.push(...this.bookings);
    return then;
  }

  /** The local days around the middle of the history. */
  day(offset: number): { date: string; day: Interval } {
    const date = addDays(BASE_DATE, offset);
    return { date, day: dayInterval(date, this.zone) };
  }

  isActive({ status, holdExpiresAt }: NaiveBooking): boolean {
    if (status === "held") return holdExpiresAt !== null && holdExpiresAt > this.now;
    return status === "confirmed" || status === "pending_approval";
  }

  /** What holds the unit at some time of the span, in the order of time. */
  holders(unitId: string, span: Interval): NaiveBooking[] {
    return this.bookings
      .filter((booking) => this.isActive(booking) && booking.unitIds.includes(unitId) && overlaps(booking.claim, span))
      .toSorted((a, b) => a.claim.start - b.claim.start);
  }

  freeUnits(resource: NaiveResource, span: Interval): number {
    return resource.unitIds.filter((unitId) => this.holders(unitId, span).length === 0).length;
  }

  isFree(resource: NaiveResource, slot: Interval): boolean {
    const free = this.freeUnits(resource, extend(slot, ...resource.buffers));
    return resource.isPool ? free > 0 : free === resource.unitIds.length;
  }

  /** Whether no booking can be there in the quarter that begins at an instant. */
  isBusyAt(resource: NaiveResource, at: EpochMs): boolean {
    const free = this.freeUnits(resource, { start: at, end: at + QUARTER_MS });
    return resource.isPool ? free === 0 : free < resource.unitIds.length;
  }

  /** Every start of the grid around a slot at which it is free and not over, the nearest first, the later of two. */
  nearestFree(resource: NaiveResource, slot: Interval, days: number): Interval[] {
    const found: Interval[] = [];
    const reach = days * 96;
    for (let steps = 0; steps <= reach; steps++) {
      for (const offset of steps === 0 ? [0] : [steps, -steps]) {
        const start = slot.start + offset * QUARTER_MS;
        const moved = { start, end: start + slot.end - slot.start };
        const isPast = start + QUARTER_MS <= this.now || moved.end <= this.now;
        if (!isPast && this.isFree(resource, moved)) found.push(moved);
      }
    }
    return found;
  }

  /** Makes what can be: the database lets no unit be claimed twice, be the other claim an expired hold or not. */
  add(wish: Wish): void {
    const resource = this.resources[wish.resource % this.resources.length];
    if (!resource) return;
    const slot = this.#slotOf(wish);
    const claim = extend(slot, ...resource.buffers);
    const claims = ["held", "pending_approval", "confirmed"].includes(wish.status);
    const isTaken = (unitId: string) =>
      this.bookings.some(
        (other) =>
          ["held", "pending_approval", "confirmed"].includes(other.status) &&
          other.unitIds.includes(unitId) &&
          overlaps(other.claim, claim),
      );
    const free = resource.unitIds.filter((unitId) => !claims || !isTaken(unitId));
    if (free.length < (resource.isPool ? 1 : resource.unitIds.length)) return;
    this.bookings.push({
      id: newId(),
      resource,
      status: wish.status,
      isMine: wish.isMine,
      slot,
      claim,
      unitIds: resource.isPool ? free.slice(0, 1) : free,
      holdExpiresAt: wish.status === "held" ? this.now + wish.heldFor * 60_000 : null,
    });
  }

  #slotOf({ quarters, length, touches }: Wish): Interval {
    const start = this.day(0).day.start + quarters * QUARTER_MS;
    const midnight = this.day(Math.floor(quarters / 96)).day.start;
    const lengthMs = length * QUARTER_MS;
    if (touches === "midnight at its start") return { start: midnight, end: midnight + lengthMs };
    if (touches === "a quarter past midnight")
      return { start: midnight + QUARTER_MS, end: midnight + QUARTER_MS + lengthMs };
    if (touches === "midnight at its end") return { start: midnight - lengthMs, end: midnight };
    return { start, end: start + lengthMs };
  }
}

interface Spec {
  name: string;
  kind?: ResourceKind;
  capacity: number;
  units: number;
  buffers?: [before: number, after: number];
  isElsewhere?: boolean;
  isArchived?: boolean;
  features?: string[];
}

const SPECS: readonly Spec[] = [
  { name: "Cove", capacity: 6, units: 1, buffers: [30, 0] },
  { name: "Hall A", capacity: 10, units: 1 },
  { name: "Hall B", capacity: 10, units: 1 },
  { name: "Hall", capacity: 20, units: 0 },
  { name: "Lantern", capacity: 6, units: 1, buffers: [0, 15], features: ["screen"] },
  { name: "Desks", kind: "hot_desk", capacity: 1, units: 3 },
  { name: "Attic", capacity: 6, units: 1, isArchived: true },
  { name: "Loft", capacity: 8, units: 1, buffers: [15, 15], isElsewhere: true },
];

/** The rows of the space, with rules, rates and policies that were archived and would show if they were still read. */
export async function aNaiveSpace(
  { owner }: Pick<TestDatabase, "owner">,
  zone: string,
  minuteOfDay: number,
): Promise<NaiveSpace> {
  const organizationId = (await anOrganization(owner)).id;
  const [here, there] = [
    await aLocation(owner, organizationId, { name: "Harbour", timeZone: zone }),
    await aLocation(owner, organizationId, { name: "Mill", timeZone: zone }),
  ];
  const resources: NaiveResource[] = [];
  for (const spec of SPECS)
    resources.push(await insertResource(owner, organizationId, spec.isElsewhere ? there.id : here.id, spec));
  await joinHalves(owner, organizationId, resources);
  for (const [locationId, price_minor] of [
    [here.id, 2400],
    [there.id, 1200],
  ] as const) {
    await aRate(owner, organizationId, locationId, { price_minor });
    await aRate(owner, organizationId, locationId, { price_minor: 9900, resource_kind: "room", ...ARCHIVED });
    await aCancellationPolicy(owner, organizationId, locationId, [[24, 50]], { name: "In force" });
    const old = { name: "Of old", resource_kind: "room", ...ARCHIVED };
    await aCancellationPolicy(owner, organizationId, locationId, [[720, 100]], old);
  }
  await aRule(owner, organizationId, { may_book: false, ...ARCHIVED });
  await aRule(owner, organizationId, { buffer_before_minutes: 600, buffer_after_minutes: 600, ...ARCHIVED });
  const ana = await aPerson(owner, organizationId);
  const now = dayInterval(BASE_DATE, zone).start + minuteOfDay * 60_000;
  return new NaiveSpace({ zone, now, ana, organizationId }, resources);
}

async function insertResource(
  owner: TestDatabase["owner"],
  organizationId: string,
  locationId: string,
  { name, kind = "room", capacity, units, buffers = [0, 0], isElsewhere, isArchived = false, features = [] }: Spec,
): Promise<NaiveResource> {
  const options = { name, kind, capacity, features, unitCount: Math.max(units, 1) };
  const { id, unitIds } = await aResource(owner, organizationId, locationId, options);
  const [buffer_before_minutes, buffer_after_minutes] = buffers;
  if (buffers[0] + buffers[1] > 0)
    await aRule(owner, organizationId, { resource_id: id, buffer_before_minutes, buffer_after_minutes });
  if (isArchived) await owner.query("UPDATE resources SET archived_at = $2 WHERE id = $1", [id, ARCHIVED.archived_at]);
  const priceMinorPerHour = isElsewhere ? 1200 : 2400;
  return { id, name, kind, capacity, locationId, isPool: units > 1, isArchived, unitIds, buffers, priceMinorPerHour };
}

/** The hall is made of the units of its halves. */
async function joinHalves(
  owner: TestDatabase["owner"],
  organizationId: string,
  resources: NaiveResource[],
): Promise<void> {
  const hall = resources.find(({ name }) => name === "Hall");
  if (!hall) throw new Error("There is no hall.");
  hall.unitIds = resources.filter(({ name }) => /^Hall [AB]$/.test(name)).flatMap(({ unitIds }) => unitIds);
  await owner.query("DELETE FROM resource_units WHERE resource_id = $1", [hall.id]);
  for (const [position, unitId] of hall.unitIds.entries())
    await owner.query(
      "INSERT INTO resource_units (organization_id, resource_id, unit_id, position) VALUES ($1, $2, $3, $4)",
      [organizationId, hall.id, unitId, position],
    );
}

/** Writes the history, past all rules; what is over keeps its claims, released. */
export async function writeHistory({ owner }: Pick<TestDatabase, "owner">, space: NaiveSpace): Promise<void> {
  const iso = (instant: EpochMs | null) => (instant === null ? null : new Date(instant).toISOString());
  const rows = space.bookings.map((booking) => ({
    id: booking.id,
    location_id: booking.resource.locationId,
    resource_id: booking.resource.id,
    person_id: booking.isMine ? space.ana.id : null,
    status: booking.status,
    starts_at: iso(booking.slot.start),
    ends_at: iso(booking.slot.end),
    hold_expires_at: iso(booking.holdExpiresAt),
    cancelled_at: booking.status === "cancelled" ? iso(space.now) : null,
  }));
  await owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, status, starts_at, ends_at, title, hold_expires_at,
       cancelled_at, created_at, changed_at)
     SELECT b.id, $1, b.location_id, b.resource_id, b.person_id, b.status, b.starts_at, b.ends_at, 'Booking ' || b.id, b.hold_expires_at,
       b.cancelled_at, '2026-01-01', '2026-01-01'
     FROM jsonb_populate_recordset(null::bookings, $2::jsonb) b`,
    [space.organizationId, JSON.stringify(rows)],
  );
  const claims = space.bookings.flatMap((booking) =>
    booking.unitIds.map((unit_id) => ({
      id: newId(),
      booking_id: booking.id,
      unit_id,
      starts_at: iso(booking.claim.start),
      ends_at: iso(booking.claim.end),
      released_at: ["held", "pending_approval", "confirmed"].includes(booking.status) ? null : iso(space.now),
    })),
  );
  await owner.query(
    `INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at, released_at)
     SELECT c.id, $1, c.booking_id, c.unit_id, c.starts_at, c.ends_at, c.released_at
     FROM jsonb_populate_recordset(null::claims, $2::jsonb) c`,
    [space.organizationId, JSON.stringify(claims)],
  );
}
