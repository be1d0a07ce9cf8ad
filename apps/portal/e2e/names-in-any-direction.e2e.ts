import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ask, change } from "./support/api.ts";
import { dayIn, expect, test } from "./support/test.ts";

const NAME = "\u202EnretnaL";

/** How many times of the day the page shows, and the texts in which a person reads one turned around: 41 for 14. */
function timesShown(page: Page): Promise<{ seen: number; turned: string[] }> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const boxOf = (node: Node, at: number) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    let seen = 0;
    const turned: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      for (const { index } of text.matchAll(/\d\d:\d\d/g)) {
        const [first, last] = [boxOf(node, index), boxOf(node, index + 4)];
        if (first.width === 0 || first.top !== last.top) continue;
        seen += 1;
        if (last.left < first.left) turned.push(text);
      }
    }
    return { seen, turned };
  });
}

interface Room {
  id: string;
  name: string;
  kind: string;
  capacity: number;
  floor: string | null;
  description: string | null;
  features: string[];
  assignment: string;
  sortOrder: number;
}

test("a room whose name turns the direction of letters turns no time beside it", async ({ ana, open, space }) => {
  const mira = await open(space.mira);
  const [room] = await ask<Room[]>(mira, "resources.list", {
    locationId: space.locationId,
    includeArchived: false,
  }).then((rooms) => rooms.filter(({ name }) => name === "Lantern"));
  if (!room) throw new Error("There is no Lantern.");
  const { id, kind, capacity, floor, description, features, assignment, sortOrder } = room;
  const kept = { id, kind, capacity, floor, description, features, assignment, sortOrder };
  await change(mira, "resources.update", { ...kept, name: NAME, unitCount: 1 });

  const day = dayIn(space.timeZone, 1);
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: space.timeZone, plainTime }).toInstant().toString();
  const slot = { resourceId: id, startsAt: at("14:00"), endsAt: at("15:30"), forPersonId: null };
  const { quote } = await ask<{ quote: { totalMinor: number } }>(ana, "bookings.quote", slot);
  const wish = { ...slot, title: "Review", isTitlePublic: true, expectedTotalMinor: quote.totalMinor };
  await change(ana, "bookings.book", { ...wish, idempotencyKey: randomUUID() });

  await ana.goto(`/book?view=month&date=${day}`);
  // The name and the time stand in one line there, with no element between them.
  await expect(ana.getByText(/nretnaL.* · .*14:00/)).toBeVisible();
  const { seen, turned } = await timesShown(ana);
  expect(seen).toBeGreaterThan(0);
  expect(turned).toEqual([]);
});
