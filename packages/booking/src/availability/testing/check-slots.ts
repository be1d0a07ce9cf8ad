import type { Interval } from "@working-social/kernel";
import { fixedClock, formatInstant } from "@working-social/kernel";
import { expect } from "vitest";
import { quoteSlot } from "../../bookings/commands/quote-slot.ts";
import { freeNow, searchSpace, simulateBooking } from "../queries.ts";
import type { Asked } from "./asked.ts";
import { here, locationOf, spanOf } from "./asked.ts";
import type { NaiveResource } from "./naive-space.ts";
import { QUARTER_MS } from "./naive-space.ts";

/** What somebody asks for: quarters of an hour from now. */
export interface Question {
  resource: number;
  quarters: number;
  length: number;
  /** Begins where this booking ends; null: anywhere. */
  after: number | null;
}

const USUAL_QUARTERS = { room: 4, booth: 2, hot_desk: 32, dedicated_desk: 32, equipment: 4 };

export async function checkFreeNow({ space: at, ana: asAna }: Asked, now: number): Promise<void> {
  const space = at.as(now);
  const ana = { ...asAna, clock: fixedClock(formatInstant(now)) };
  const { day } = space.day(0);
  const start = Math.ceil(space.now / QUARTER_MS) * QUARTER_MS;
  const expected = here(space).flatMap((resource) => {
    if (space.isBusyAt(resource, Math.floor(space.now / QUARTER_MS) * QUARTER_MS)) return [];
    let until = start;
    while (until < day.end && !space.isBusyAt(resource, until)) until += QUARTER_MS;
    for (let quarters = USUAL_QUARTERS[resource.kind]; quarters > 0; quarters--) {
      const slot = { start, end: start + quarters * QUARTER_MS };
      if (slot.end > until || !space.isFree(resource, slot)) continue;
      const totalMinor = (quarters * resource.priceMinorPerHour) / 4;
      return [{ name: resource.name, freeUntil: formatInstant(until), ...spanOf(slot), totalMinor }];
    }
    return [];
  });
  const { hits } = await freeNow(ana, { locationId: locationOf(space) });
  const shown = hits.map(({ resource: { name }, freeUntil, offer: { startsAt, endsAt, totalMinor } }) => ({
    name,
    freeUntil,
    startsAt,
    endsAt,
    totalMinor,
  }));
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  expect(shown.toSorted(byName)).toEqual(expected.toSorted(byName));
}

/** One slot, asked in every way in which people ask for it. */
export async function checkSlot(asked: Asked, { resource: which, quarters, after, length }: Question): Promise<void> {
  const { space, ana, desk } = asked;
  const next = Math.ceil(space.now / QUARTER_MS) * QUARTER_MS;
  const coming = space.bookings.filter(({ slot }) => slot.end >= next);
  const start = (after === null ? null : coming[after % coming.length]?.slot.end) ?? next + quarters * QUARTER_MS;
  const slot = { start, end: start + length * QUARTER_MS };
  const resource = here(space)[which % here(space).length];
  if (!resource) throw new Error("There is nothing to ask for.");
  const isFree = space.isFree(resource, slot);
  const answer = await quoteSlot(ana, { resourceId: resource.id, ...spanOf(slot), forPersonId: null });
  const totalMinor = (length * resource.priceMinorPerHour) / 4;
  expect([answer.isBookable, answer.quote?.totalMinor, answer.quote?.policy.policyName]).toEqual([
    isFree,
    totalMinor,
    "In force",
  ]);
  const simulated = await simulateBooking(desk, { personId: space.ana.id, resourceId: resource.id, ...spanOf(slot) });
  expect(simulated.isBookable).toBe(isFree);
  if (!answer.isBookable) {
    expect(answer.refusals).toEqual([{ code: "slot_taken" }]);
    const near = space.nearestFree(resource, slot, 14).slice(0, 3);
    const elsewhere = here(space)
      .filter(
        (other) =>
          other.id !== resource.id &&
          other.kind === resource.kind &&
          other.capacity >= resource.capacity &&
          space.isFree(other, slot),
      )
      .toSorted((a, b) => a.capacity - b.capacity || a.name.localeCompare(b.name))
      .slice(0, 3);
    expect(
      answer.suggestions.map(({ resourceName, startsAt, endsAt }) => ({ resourceName, startsAt, endsAt })),
    ).toEqual([
      ...near.map((found) => ({ resourceName: resource.name, ...spanOf(found) })),
      ...elsewhere.map(({ name }) => ({ resourceName: name, ...spanOf(slot) })),
    ]);
  }
  if (!simulated.isBookable)
    expect(simulated.suggestions.map(({ startsAt }) => startsAt)).toEqual(
      space
        .nearestFree(resource, slot, 2)
        .slice(0, 3)
        .map((found) => formatInstant(found.start)),
    );
  for (const people of [1, 6, 9]) await checkSearch(asked, slot, people, resource.kind);
}

async function checkSearch(
  { space, ana }: Asked,
  slot: Interval,
  people: number,
  kind: NaiveResource["kind"],
): Promise<void> {
  const view = await searchSpace(ana, {
    locationId: locationOf(space),
    startsAt: formatInstant(slot.start),
    durationMinutes: (slot.end - slot.start) / 60_000,
    people,
    features: [],
    kinds: [kind],
  });
  const fits = (resource: NaiveResource) => resource.kind === kind && resource.capacity >= people;
  const bySize = (a: NaiveResource, b: NaiveResource) => a.capacity - b.capacity || a.name.localeCompare(b.name);
  const fitting = here(space).filter(fits);
  const free = fitting.filter((resource) => space.isFree(resource, slot)).toSorted(bySize);
  expect([view.fitting, view.free.map(({ resourceName }) => resourceName)]).toEqual([
    fitting.length,
    free.map(({ name }) => name),
  ]);
  if (free.length > 0) return;
  const distance = ({ other }: { other: Interval }) => Math.abs(other.start - slot.start);
  const byTime = fitting
    .flatMap((resource) => {
      const near = space.nearestFree(resource, slot, 2).slice(0, 48);
      const both = [near.find((other) => other.start >= slot.start), near.find((other) => other.start < slot.start)];
      return both.flatMap((other) => (other ? [{ resource, other }] : []));
    })
    .toSorted(
      (a, b) => distance(a) - distance(b) || b.other.start - a.other.start || a.resource.capacity - b.resource.capacity,
    )
    .slice(0, 6);
  expect(view.alternatives.byTime.map(({ resourceName, startsAt }) => [resourceName, startsAt])).toEqual(
    byTime.map(({ resource, other }) => [resource.name, formatInstant(other.start)]),
  );
  const elsewhere = space.resources.filter(
    (resource) => resource.locationId !== locationOf(space) && fits(resource) && space.isFree(resource, slot),
  );
  expect(view.alternatives.byLocation.map(({ resourceName }) => resourceName)).toEqual(
    elsewhere.map(({ name }) => name),
  );
}
