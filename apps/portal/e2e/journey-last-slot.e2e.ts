import type { Page } from "@playwright/test";
import { dayIn, expect, test } from "./support/test.ts";

test("two members press Book on the last slot: one gets it, the other the next best as a button", async ({
  open,
  space,
}) => {
  const tomorrow = dayIn(space.timeZone, 1).toString();
  const address = `/book?date=${tomorrow}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`;
  const pages = await Promise.all([open(space.ana), open(space.jonas)]);
  for (const [index, page] of pages.entries()) {
    await page.goto(address);
    await panelOf(page)
      .getByLabel(/^Title/)
      .fill(`Meeting ${index}`);
    await expect(bookButton(page)).toBeEnabled();
    await expect(panelOf(page).getByText("$25.44")).toBeVisible();
  }
  await Promise.all(pages.map((page) => bookButton(page).click()));

  const outcomes = await Promise.all(pages.map(outcomeOf));
  expect(outcomes.toSorted()).toEqual(["got it", "was late"]);
  const late = pages[outcomes.indexOf("was late")];
  if (!late) throw new Error("Nobody was late.");

  await test.step("what was typed is still there, and one press takes the next best", async () => {
    const panel = panelOf(late);
    await expect(panel.getByText("Just taken")).toBeVisible();
    await expect(panel.getByLabel(/^Title/)).toHaveValue(`Meeting ${outcomes.indexOf("was late")}`);
    const next = panel.getByRole("button", { name: /\d\d:\d\d–\d\d:\d\d/ }).first();
    await expect(next).toBeVisible();
    await next.click();
    await expect(panel.getByText("Just taken")).toBeHidden();
    await panel.getByRole("button", { name: /^Book \w/ }).click();
    await expect(late.getByText(/ is yours$/)).toBeVisible();
  });
});

function panelOf(page: Page) {
  return page.getByRole("complementary", { name: "Your booking" });
}

function bookButton(page: Page) {
  return panelOf(page).getByRole("button", { name: "Book Lantern" });
}

/** Waits for either end of a try. */
async function outcomeOf(page: Page): Promise<"got it" | "was late"> {
  const got = page.getByText("Lantern is yours");
  const late = page.getByText("Just taken");
  await expect(got.or(late).first()).toBeVisible();
  return (await got.isVisible()) ? "got it" : "was late";
}
