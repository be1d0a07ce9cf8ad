import type { Page } from "@playwright/test";
import { dayIn, expect, test } from "./support/test.ts";
import { trackOf } from "./support/track.ts";

test.use({ wish: { hours: [480, 1140] } });

/** A swipe glides on after the finger has left. */
async function untilStill(page: Page): Promise<void> {
  let last = -1;
  await expect
    .poll(async () => {
      const before = last;
      last = await page.evaluate(() => scrollY);
      return last === before;
    })
    .toBe(true);
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone the best fit is on top and two presses away", async ({ open, space }) => {
  const page = await open(space.ana, phone);
  await page.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&people=6`);
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("Lantern");
  await page.getByRole("button", { name: /^Lantern, 10:00/ }).tap();
  const sheet = page.getByRole("dialog", { name: "Lantern" });
  await sheet.getByRole("button", { name: "Book Lantern" }).tap();
  await expect(page.getByText("Lantern is yours")).toBeVisible();
  // The sheet goes, so that the toast with its undo lies over nothing that one would press.
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a finger that holds still draws; one that swipes scrolls", async ({ open, space }) => {
  const page = await open(space.ana, phone);
  const lantern = space.resources["Lantern"] ?? "";
  await page.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&people=6&only=${lantern}`);
  const track = trackOf(page, lantern, [8, 20], "down");
  await track.element.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });

  const { x, y } = await track.at(13.1);
  const before = await page.evaluate(() => scrollY);
  await touch("touchStart", x, y);
  for (let step = 1; step <= 6; step += 1) await touch("touchMove", x, y + step * 15);
  await touch("touchEnd");
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(before);
  expect(page.url()).not.toContain("resource=");
  await untilStill(page);

  await track.element.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const [from, to] = [await track.at(13.1), await track.at(14.9)];
  await touch("touchStart", from.x, from.y);
  await expect(track.element).toContainText("13:00 –");
  for (let step = 1; step <= 6; step += 1) await touch("touchMove", from.x, from.y + ((to.y - from.y) * step) / 6);
  await touch("touchEnd");
  await expect(page.getByRole("dialog", { name: "Lantern" }).getByText("13:00 – 15:00")).toBeVisible();
});

test("on a phone the filters take one line, and the first result is in the upper half", async ({ open, space }) => {
  const page = await open(space.ana, phone);
  await page.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&people=6&features=screen`);
  const filters = page.getByRole("group", { name: "What you look for" });
  const first = page.getByRole("main").getByRole("listitem").first();
  await expect(first).toContainText("Lantern");
  const [line, result] = [await filters.boundingBox(), await first.boundingBox()];
  expect(line?.height).toBeLessThan(60);
  expect(result?.y).toBeLessThan(844 * 0.4);
  // All of them are in reach of a finger and of the keyboard.
  for (const chip of await filters.getByRole("combobox").all()) {
    await chip.focus();
    await expect(chip).toBeInViewport({ ratio: 0.9 });
  }
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "the page is not wider than the phone").toBe(0);
});
