import type { Interval } from "@working-social/kernel";
import { formatInstant, intersect } from "@working-social/kernel";
import { expect } from "vitest";
import { dayView, monthView } from "../queries.ts";
import type { Asked } from "./asked.ts";
import { byId, here, locationOf, spanOf } from "./asked.ts";
import type { NaiveBooking, NaiveResource, NaiveSpace } from "./naive-space.ts";
import { QUARTER_MS } from "./naive-space.ts";

function bookingsOn(space: NaiveSpace, resource: NaiveResource, day: Interval): NaiveBooking[] {
  const found = resource.unitIds.flatMap((unitId) => space.holders(unitId, day));
  return [...new Set(found)].toSorted(byId);
}

export async function checkDay({ space, ana }: Asked, offset: number): Promise<void> {
  const { date, day } = space.day(offset);
  const view = await dayView(ana, { locationId: locationOf(space), date });
  expect(view.resources.map((row) => row.resource.name).toSorted()).toEqual(
    here(space)
      .map(({ name }) => name)
      .toSorted(),
  );
  for (const row of view.resources) {
    const resource = here(space).find(({ id }) => id === row.resource.id);
    if (!resource) throw new Error("This resource is not here.");
    const shown = row.bookings.map(({ id, status, startsAt, endsAt, title, isMine, unitIds }) => ({
      id,
      status,
      startsAt,
      endsAt,
      title,
      isMine,
      unitIds,
    }));
    expect(shown.toSorted(byId)).toEqual(
      bookingsOn(space, resource, day).map(({ id, status, slot, isMine, unitIds }) => ({
        id,
        status,
        ...spanOf(slot),
        title: isMine ? `Booking ${id}` : null,
        isMine,
        unitIds: resource.isPool ? unitIds : [],
      })),
    );
    expect(row.bookings.map(({ startsAt }) => startsAt)).toEqual(
      row.bookings.map(({ startsAt }) => startsAt).toSorted(),
    );
    for (let at = day.start; at < day.end; at += QUARTER_MS) {
      const instant = formatInstant(at);
      const isBusy = row.busy.some((busy) => busy.startsAt <= instant && instant < busy.endsAt);
      const free = row.freeUnits.findLast((step) => step.startsAt <= instant)?.free ?? resource.unitIds.length;
      expect([resource.name, instant, isBusy]).toEqual([resource.name, instant, space.isBusyAt(resource, at)]);
      if (resource.isPool)
        expect([instant, free]).toEqual([instant, space.freeUnits(resource, { start: at, end: at + QUARTER_MS })]);
    }
  }
}

export async function checkMonth({ space, ana }: Asked, month: string): Promise<void> {
  for (const only of [null, here(space)[3]?.id ?? null, here(space)[5]?.id ?? null]) {
    const view = await monthView(ana, { locationId: locationOf(space), resourceId: only, month });
    const units = here(space)
      .filter(({ id }) => only === null || id === only)
      .flatMap(({ unitIds }) => unitIds);
    for (const shown of view.days) {
      const { day } = space.day(Math.round((Date.parse(shown.date) - Date.parse(space.day(0).date)) / 86_400_000));
      const minutes = units
        .flatMap((unitId) => space.bookings.filter((one) => space.isActive(one) && one.unitIds.includes(unitId)))
        .flatMap(({ slot }) => intersect(slot, day) ?? [])
        .reduce((sum, part) => sum + (part.end - part.start) / 60_000, 0);
      expect([only, shown.date, shown.bookedMinutes]).toEqual([only, shown.date, minutes]);
      const mine = space.bookings.filter(
        ({ isMine, status, slot, resource }) =>
          isMine &&
          (status === "confirmed" || status === "pending_approval") &&
          day.start <= slot.start &&
          slot.start < day.end &&
          resource.locationId === locationOf(space) &&
          (only === null || resource.id === only),
      );
      expect(shown.mine.map(({ id }) => ({ id })).toSorted(byId)).toEqual(
        mine.map(({ id }) => ({ id })).toSorted(byId),
      );
    }
  }
}
