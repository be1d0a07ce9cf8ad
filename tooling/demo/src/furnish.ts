import {
  createCancellationPolicy,
  createFloors,
  createLocation,
  createRate,
  createResource,
  setOpeningHours,
  updateLocation,
} from "@working-social/booking";
import type { ResourceView } from "@working-social/booking/schema";
import type { Context } from "@working-social/db";
import { oldHarbourFloors } from "./floors.ts";
import type { DemoPlace } from "./places.ts";
import { OLD_HARBOUR, ROPE_WALK } from "./places.ts";
import type { Place } from "./wishes.ts";

/** The two houses: the first location, which the set-up made, and another. */
export async function furnishPlaces(
  owner: Context,
  locationId: string,
  plans: ReadonlyMap<string, string>,
): Promise<{ oldHarbour: Place; ropeWalk: Place }> {
  await updateLocation(owner, { id: locationId, ...OLD_HARBOUR.location });
  const oldHarbour = await furnish(owner, locationId, OLD_HARBOUR, plans);
  await createFloors(owner, oldHarbourFloors(locationId, oldHarbour.resources));
  const { id: ropeWalkId } = await createLocation(owner, ROPE_WALK.location);
  return { oldHarbour, ropeWalk: await furnish(owner, ropeWalkId, ROPE_WALK, plans) };
}

async function furnish(
  owner: Context,
  locationId: string,
  place: DemoPlace,
  plans: ReadonlyMap<string, string>,
): Promise<Place> {
  await setOpeningHours(owner, { locationId, resourceId: null, weekly: place.weekly, exceptions: [] });
  const resources: ResourceView[] = [];
  for (const [index, resource] of place.resources.entries()) {
    const usual = { description: null, assignment: "on_booking" as const, unitCount: 1 };
    resources.push(await createResource(owner, { ...usual, ...resource, locationId, sortOrder: (index + 1) * 10 }));
  }
  for (const { plan, resource, ...rate } of place.rates) {
    const everyone = {
      resourceKind: null,
      audience: "anyone" as const,
      weekdays: [],
      bandFromMinute: 0,
      bandToMinute: 1440,
      minimumChargeMinor: null,
    };
    const resourceId = resources.find((candidate) => candidate.name === resource)?.id ?? null;
    await createRate(owner, { ...everyone, ...rate, locationId, resourceId, planId: plans.get(plan ?? "") ?? null });
  }
  const tiers = [
    { hoursBefore: 24, feePercent: 50 },
    { hoursBefore: 2, feePercent: 100 },
  ];
  await createCancellationPolicy(owner, {
    name: "A day before",
    locationId,
    resourceKind: null,
    resourceId: null,
    tiers,
  });
  const { location, weekly } = place;
  return { locationId, currency: location.currency, timeZone: location.timeZone, weekly, resources };
}
