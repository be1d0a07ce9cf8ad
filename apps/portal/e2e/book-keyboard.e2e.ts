import type { Page } from "@playwright/test";
import { expectFocus } from "./support/focus.ts";
import { dayIn, expect, test } from "./support/test.ts";

test.use({ wish: { hours: [480, 1140] } });

/** What a screen reader would read at the focus. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");

async function tabToGrid(page: Page): Promise<number> {
  for (let presses = 1; presses <= 20; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.getAttribute("role"))) === "gridcell") return presses;
  }
  throw new Error("The grid is out of reach.");
}

test("from a fresh page to a booking in at most twelve presses", async ({ ana, space }) => {
  await ana.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&people=6`);
  await expect(ana.getByRole("button", { name: "Book Lantern" })).toBeEnabled();
  await ana.keyboard.press("Tab");
  await ana.keyboard.press("Enter"); // Skip to content
  const presses = 2 + (await tabToGrid(ana)) + 2;
  expect(await focused(ana)).toBe("Lantern, for 6 people, 10:00 to 11:00, Free, $25.44, chosen");
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("button", { name: "Book Lantern" })).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  expect(presses).toBeLessThanOrEqual(12);
});

test("another room than the suggested one, chosen by arrows and Enter, has the focus on its button", async ({
  ana,
  space,
}) => {
  await ana.goto(`/book?date=${dayIn(space.timeZone, 1).toString()}&time=10:00&people=1`);
  await expect(ana.getByRole("button", { name: /^Book / }).last()).toBeEnabled();
  await tabToGrid(ana);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight"]) {
    await ana.keyboard.press(key);
    await expect.poll(() => ana.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("gridcell");
  }
  const [room = ""] = (await focused(ana)).split(",");
  await ana.keyboard.press("Enter");
  await expect(ana.getByRole("button", { name: `Book ${room}` })).toBeFocused();
  await ana.keyboard.press("Enter");
  await expect(ana.getByText(`${room} is yours`)).toBeVisible();
  await expectFocus(ana, "booking");
});

test("arrows walk the day in words, Shift makes it longer, Page keys change the day", async ({ ana, space }) => {
  const tomorrow = dayIn(space.timeZone, 1);
  await ana.goto(`/book?date=${tomorrow.toString()}&time=10:00&people=1&kinds=${encodeURIComponent('["room"]')}`);
  await expect(ana.getByRole("button", { name: "Book Cooper" })).toBeEnabled();
  await tabToGrid(ana);
  await ana.keyboard.press("ArrowRight");
  expect(await focused(ana)).toMatch(/^Cooper, for 4 people, 10:30 to 11:30, Free, \$25\.44$/);
  await ana.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => focused(ana)).toMatch(/10:30 to 12:00, Free, \$38\.16/);
  await ana.keyboard.press("End");
  await expect.poll(() => focused(ana)).toMatch(/18:30 to 20:00, The space is closed then\. Open 08:00 – 19:00\./);
  await ana.keyboard.press("Home");
  await expect.poll(() => focused(ana)).toMatch(/08:00 to 09:30, Free/);
  await ana.keyboard.press("ArrowDown");
  await expect.poll(() => focused(ana)).not.toMatch(/^Cooper/);
  await ana.keyboard.press("PageDown");
  await expect(ana).toHaveURL(new RegExp(`date=${tomorrow.add({ days: 1 }).toString()}`));
  await expect.poll(() => ana.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("gridcell");
});
