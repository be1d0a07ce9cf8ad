import type { Page } from "@playwright/test";
import { asked, untilQuiet } from "./support/asked.ts";
import { dayIn, expect, test } from "./support/test.ts";

// A server that has just started can't know what a page missed before; it is sure once it has listened for longer than
// servers' clocks may differ.
test.beforeAll(() => new Promise((resolve) => setTimeout(resolve, 5_000)));

/** What was asked more than once. */
function asksTwice(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([procedure, count]) => (count > 1 ? [`${procedure} ${count}`] : []));
}

async function fresh(page: Page, path: string) {
  const counts = asked(page);
  await page.goto(path);
  await untilQuiet(page, counts);
  return counts;
}

test("opening Home asks each thing once, the live stream's first word included", async ({ ana }) => {
  const counts = await fresh(ana, "/");
  expect(asksTwice(counts)).toEqual([]);
  expect(Object.keys(counts)).toEqual(
    expect.arrayContaining(["availability.day", "availability.freeNow", "bookings.mine", "credits.wallet"]),
  );
});

test("opening Book asks each thing once, and one press of Book asks for the day once more", async ({ ana, space }) => {
  const date = dayIn(space.timeZone, 1).toString();
  const path = `/book?date=${date}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`;
  const counts = await fresh(ana, path);
  expect(asksTwice(counts)).toEqual([]);
  for (const procedure of Object.keys(counts)) if (procedure !== "live.changes") delete counts[procedure];
  await ana.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  await untilQuiet(ana, counts);
  expect(asksTwice(counts)).toEqual([]);
  expect(counts).toMatchObject({ "bookings.book": 1, "availability.day": 1 });
});
