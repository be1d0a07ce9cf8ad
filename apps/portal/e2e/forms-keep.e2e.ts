import { randomUUID } from "node:crypto";
import type { BookingView } from "@working-social/booking/schema";
import { NO_LIMITS } from "@working-social/booking/schema";
import { ask, change, create } from "./support/api.ts";
import { dayIn, expect, test } from "./support/test.ts";

// A form is not a mirror: what it can't show, or what nobody typed into, stays what it was.

test("a booking of 32 hours gets another title and keeps its hours, and says the day it ends on", async ({
  open,
  space,
}) => {
  const desk = await open(space.mira);
  const day = dayIn(space.timeZone, 2);
  const at = (date: Temporal.PlainDate, time: string) =>
    date.toZonedDateTime({ timeZone: space.timeZone, plainTime: time }).toInstant().toString();
  const slot = {
    resourceId: space.resources["Lantern"],
    startsAt: at(day, "08:00"),
    endsAt: at(day.add({ days: 1 }), "16:00"),
    forPersonId: space.ana.personId,
  };
  const { quote } = await ask<{ quote: { totalMinor: number } }>(desk, "bookings.quote", slot);
  const wish = { ...slot, title: "Retreat", isTitlePublic: false, expectedTotalMinor: quote.totalMinor };
  const booked = await change<BookingView>(desk, "bookings.book", { ...wish, idempotencyKey: randomUUID() });

  const page = await open(space.ana, { viewport: { width: 390, height: 844 } });
  await page.goto(`/bookings/${booked.id}`);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByLabel("From", { exact: true })).toHaveValue("08:00");
  await expect(sheet.getByLabel("Until", { exact: true })).toHaveValue("16:00");
  await expect(sheet.getByRole("group", { name: "Ends on" }).or(sheet.getByLabel("Ends on"))).toBeVisible();
  await sheet.getByRole("textbox", { name: /^Title/ }).fill("Our retreat");
  await sheet.getByRole("button", { name: "Save the change" }).click();
  await expect(sheet).toBeHidden();
  const after = await ask<BookingView>(page, "bookings.get", { bookingId: booked.id });
  expect(after).toMatchObject({ title: "Our retreat", startsAt: booked.startsAt, endsAt: booked.endsAt });
  expect(after.quote).toEqual(booked.quote);
});

test("each manage form that is opened for the name sends nothing else, and untouched sends nothing", async ({
  open,
  space,
}) => {
  test.setTimeout(90_000);
  const page = await open(space.mira);
  const { locationId } = space;
  const anything = { resourceIds: [], resourceKinds: [], locationIds: [] };
  const inScope = { locationId, resourceKind: "room", resourceId: null };
  const settings = {
    ...NO_LIMITS,
    minLengthMinutes: 95,
    maxLengthMinutes: 1920,
    minNoticeMinutes: 1441,
    windowDays: 61,
    windowMode: "exact",
    bufferAfterMinutes: 7,
    holdMinutes: 13,
    needsApproval: false,
  };
  const audience = { planIds: [], teamIds: [], roles: ["team_admin"], audienceIsExcept: true };
  const rate = { audience: "member", planId: null, weekdays: [7, 2], bandFromMinute: 7, bandToMinute: 1440 };
  const desks = {
    kind: "hot_desk",
    capacity: 1,
    floor: "2½",
    description: "By\n\nthe window",
    features: ["räder, rund"],
  };
  const tiers = [
    { hoursBefore: 719, feePercent: 7 },
    { hoursBefore: 31, feePercent: 33 },
  ];
  const credits = { unit: "room_minutes", currency: null, quantity: 95, scope: anything };
  const kinds: [section: string, api: string, input: object, listed: object | undefined][] = [
    ["rules", "bookingRules", { ...inScope, ...audience, settings }, undefined],
    ["rates", "rates", { ...inScope, ...rate, unit: "half_day", priceMinor: 7, minimumChargeMinor: 1 }, { locationId }],
    ["cancellation", "cancellationPolicies", { ...inScope, tiers }, { locationId }],
    [
      "resources",
      "resources",
      { locationId, ...desks, assignment: "on_arrival", unitCount: 3, sortOrder: 777 },
      { locationId },
    ],
    [
      "locations",
      "locations",
      { timeZone: "Asia/Calcutta", currency: "BHD", taxName: "VAT", taxBasisPoints: 825, taxInclusive: true },
      undefined,
    ],
  ];
  type Named = { id: string; name: string };
  const sent: unknown[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/api/trpc/")) sent.push(request.postDataJSON());
  });
  for (const [section, api, input, listed] of kinds) {
    const before = await create<Named>(page, `${api}.create`, { name: "Odd one", ...input });
    await page.goto(`/manage/${section}?edit=${before.id}`);
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form, section).toBeHidden();
    expect(sent, section).toEqual([]);
    await page.goto(`/manage/${section}?edit=${before.id}`);
    await form.getByRole("textbox", { name: /^Name/ }).first().fill("Odd one, renamed");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(form, section).toBeHidden();
    expect(sent.splice(0), section).toEqual([{ id: before.id, name: "Odd one, renamed", seen: { name: "Odd one" } }]);
    // Desks are called after their pool.
    const renamed: unknown = JSON.parse(JSON.stringify(before).replaceAll("Odd one", "Odd one, renamed"));
    const all = await ask<Named[]>(page, `${api}.list`, listed);
    expect(
      all.find(({ id }) => id === before.id),
      section,
    ).toEqual(renamed);
  }
  const pack = { ...credits, name: "Odd pack", priceMinor: 7, priceCurrency: "USD", validDays: 61 };
  const made = await create<Named>(page, "credits.createPack", pack);
  const { id } = made;
  await page.goto(`/manage/packs?edit=${id}`);
  await page.getByRole("dialog").getByRole("textbox", { name: /^Name/ }).fill("Odd pack, renamed");
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const packs = await ask<Named[]>(page, "credits.packs");
  expect(packs.find((one) => one.id === id)).toEqual({ ...made, name: "Odd pack, renamed" });
});
