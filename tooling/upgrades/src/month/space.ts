import type { CreateBookingRuleInput, CreateRateInput } from "@working-social/booking/schema";
import { NO_LIMITS } from "@working-social/booking/schema";
import { key, theOne } from "./acts.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { dateOf, on } from "./timeline.ts";

/** What Mira and Oskar set up, change and put away; what stays is as old as what was there before. */
export const SPACE: readonly Step[] = [
  on(2, "09:10", "Thanksgiving is a holiday", closeForHoliday),
  on(2, "09:30", "a rate of November comes, changes and goes", async ({ as, id }) => {
    const rate: CreateRateInput = {
      name: "November mornings",
      locationId: id("Old Harbour"),
      resourceKind: "booth",
      resourceId: null,
      audience: "anyone",
      planId: null,
      weekdays: [1, 2],
      bandFromMinute: 480,
      bandToMinute: 600,
      unit: "hour",
      priceMinor: 300,
      minimumChargeMinor: null,
    };
    const kept = await as("mira").rates.create.mutate({ ...rate, idempotencyKey: key() });
    const gone = await as("mira").rates.create.mutate({ ...rate, name: "A trial", idempotencyKey: key() });
    await as("mira").rates.update.mutate({ ...rate, id: kept.id, priceMinor: 400 });
    await as("mira").rates.archive.mutate({ id: gone.id, idempotencyKey: key() });
  }),
  on(3, "09:00", "rules for the evenings", async ({ as, id }) => {
    const rule: CreateBookingRuleInput = {
      name: "Booths: an hour's notice on Flex 10",
      locationId: id("Old Harbour"),
      resourceKind: "booth",
      resourceId: null,
      planIds: [id("Flex 10")],
      teamIds: [id("Kite & Anchor")],
      roles: ["team_admin"],
      audienceIsExcept: false,
      settings: { ...NO_LIMITS, minNoticeMinutes: 60, bufferAfterMinutes: 5 },
    };
    const kept = await as("mira").bookingRules.create.mutate({ ...rule, idempotencyKey: key() });
    const gone = await as("mira").bookingRules.create.mutate({ ...rule, name: "A trial", idempotencyKey: key() });
    await as("mira").bookingRules.update.mutate({ ...rule, id: kept.id, audienceIsExcept: true });
    await as("mira").bookingRules.archive.mutate({ id: gone.id, idempotencyKey: key() });
  }),
  on(3, "09:20", "another cancellation policy for the booths", async ({ as, id }) => {
    const policy = { name: "Booths", locationId: id("Old Harbour"), resourceKind: "booth", resourceId: null } as const;
    const tiers = [{ hoursBefore: 1, feePercent: 100 }];
    const kept = await as("mira").cancellationPolicies.create.mutate({ ...policy, tiers, idempotencyKey: key() });
    const gone = { ...policy, name: "Equipment", resourceKind: "equipment", tiers, idempotencyKey: key() } as const;
    const { id: goneId } = await as("mira").cancellationPolicies.create.mutate(gone);
    await as("mira").cancellationPolicies.update.mutate({
      ...policy,
      id: kept.id,
      tiers: [{ hoursBefore: 2, feePercent: 50 }],
    });
    await as("mira").cancellationPolicies.archive.mutate({ id: goneId, idempotencyKey: key() });
  }),
  on(4, "10:00", "a room is made, described, put away and fetched again", async ({ as, id }) => {
    const room = {
      name: "Sail loft",
      kind: "room" as const,
      capacity: 8,
      floor: "Third floor",
      description: "Under the roof.\nBring a jumper.",
      features: ["screen"],
      assignment: "on_booking" as const,
      unitCount: 1,
      sortOrder: 95,
    };
    const locationId = id("Old Harbour");
    const made = await as("oskar").resources.create.mutate({ ...room, locationId, idempotencyKey: key() });
    await as("oskar").resources.update.mutate({ ...room, id: made.id, capacity: 10 });
    await as("oskar").resources.archive.mutate({ id: made.id });
    await as("oskar").resources.restore.mutate({ id: made.id });
    await as("oskar").resources.archive.mutate({ id: id("Projector") });
    await as("oskar").resources.order.mutate({ locationId, resourceIds: [made.id, id("Cooper"), id("Lantern")] });
  }),
  on(5, "10:00", "the plan of a floor is drawn over, and another comes and goes", drawFloors),
  on(6, "10:00", "a house in Kathmandu, with a copier that is taken away again", openBoathouse),
];

async function closeForHoliday({ as, id }: House): Promise<void> {
  const locationId = id("Old Harbour");
  const { weekly } = await as("mira").locations.hours.query({ locationId, resourceId: null });
  const closed = { date: dateOf(26), opensMinute: null, closesMinute: null, reason: "Thanksgiving" };
  const shorter = { date: dateOf(27), opensMinute: 600, closesMinute: 960, reason: "The day after" };
  await as("mira").locations.setHours.mutate({ locationId, resourceId: null, weekly, exceptions: [closed, shorter] });
  await as("mira").locations.setApprovalReminders.mutate({ locationId, hoursBefore: [48, 4] });
}

async function drawFloors({ as, id }: House): Promise<void> {
  const locationId = id("Old Harbour");
  const floor = theOne(await as("mira").floors.list.query({ locationId }), () => true, "floor");
  const { id: floorId, version, name, sortOrder, widthCm, heightCm } = floor;
  const shapes = floor.shapes.map(({ id: _made, ...shape }) => shape);
  const points = [0, 0, 200, 0, 200, 200];
  const stairs = { kind: "area" as const, label: "Stairs", points, resourceId: null, unitId: null };
  const drawing = { name, sortOrder, widthCm, heightCm, shapes: [...shapes, stairs] };
  await as("mira").floors.save.mutate({ id: floorId, version, ...drawing, idempotencyKey: key() });
  const attic = { name: "Attic", sortOrder: 90, widthCm: 900, heightCm: 600, shapes: [] };
  const floors = await as("mira").floors.create.mutate({ locationId, floors: [attic], idempotencyKey: key() });
  const made = theOne(floors, ({ name: called }) => called === "Attic", "attic");
  await as("mira").floors.remove.mutate({ id: made.id, version: made.version, idempotencyKey: key() });
}

async function openBoathouse({ as }: House): Promise<void> {
  const oskar = as("oskar");
  const place = {
    name: "Boathouse",
    timeZone: "Asia/Kathmandu",
    currency: "NPR",
    taxName: null,
    taxBasisPoints: 0,
    taxInclusive: false,
    language: "en" as const,
    region: "NP",
  };
  const { id: locationId } = await oskar.locations.create.mutate({ ...place, idempotencyKey: key() });
  await oskar.locations.update.mutate({ id: locationId, ...place, taxName: "VAT", taxBasisPoints: 1_300 });
  const price = { colour: "mono", paperSize: "A4", isDuplex: false, priceMinor: 1_000, creditsPerSide: 1 } as const;
  await oskar.printing.setPrices.mutate({ locationId, rows: [price] });
  await oskar.printing.setPrices.mutate({ locationId, rows: [{ ...price, priceMinor: 1_200 }] });
  const device = { locationId, name: "On trial", defaultColour: "mono", defaultPaperSize: "A4" } as const;
  const { id: deviceId } = await oskar.printing.createDevice.mutate({ ...device, idempotencyKey: key() });
  await oskar.printing.replaceToken.mutate({ deviceId });
  const kiosk = await oskar.printing.createKiosk.mutate({ deviceId, name: "Tablet on trial", idempotencyKey: key() });
  await oskar.printing.revokeKiosk.mutate({ kioskId: kiosk.id, idempotencyKey: key() });
  await oskar.printing.revokeDevice.mutate({ deviceId, idempotencyKey: key() });
}
