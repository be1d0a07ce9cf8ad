import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ask, change } from "./support/api.ts";
import { dayIn, expect, test } from "./support/test.ts";

const TITLE = "\u202Egnp.exe";

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

test("a title that turns the direction of letters turns no time beside it", async ({ ana, space }) => {
  const day = dayIn(space.timeZone, 1);
  const at = (plainTime: string) => day.toZonedDateTime({ timeZone: space.timeZone, plainTime }).toInstant().toString();
  const slot = {
    resourceId: space.resources["Lantern"],
    startsAt: at("14:00"),
    endsAt: at("15:30"),
    forPersonId: null,
  };
  const { quote } = await ask<{ quote: { totalMinor: number } }>(ana, "bookings.quote", slot);
  const wish = { ...slot, title: TITLE, isTitlePublic: true, expectedTotalMinor: quote.totalMinor };
  await change(ana, "bookings.book", { ...wish, idempotencyKey: randomUUID() });

  for (const address of ["/", "/bookings", `/book?date=${day}`]) {
    await ana.goto(address);
    await expect(ana.getByText("gnp.exe").first()).toBeAttached();
    const { seen, turned } = await timesShown(ana);
    expect(seen, address).toBeGreaterThan(0);
    expect(turned, address).toEqual([]);
  }
  // This browser does turn what nobody isolates.
  await ana.evaluate((title) => {
    const line = document.createElement("p");
    line.textContent = `${title} · 14:00`;
    document.body.prepend(line);
  }, TITLE);
  expect((await timesShown(ana)).turned).toEqual([`${TITLE} · 14:00`]);
});
