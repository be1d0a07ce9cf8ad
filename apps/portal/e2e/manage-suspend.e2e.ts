import { expectNoFindings } from "./support/axe.ts";
import { dayIn, expect, test } from "./support/test.ts";

test("suspending somebody asks what is to become of their bookings, and cancels what is ticked", async ({
  ana,
  open,
  space,
}) => {
  const date = dayIn(space.timeZone, 2).toString();
  for (const time of ["10%3A00", "14%3A00"]) {
    await ana.goto(`/book?date=${date}&time=${time}&minutes=60&people=2&resource=${space.resources["Lantern"]}`);
    await ana.getByRole("button", { name: /^Book \w/ }).click();
    await expect(ana.getByText("Lantern is yours")).toBeVisible();
  }
  const page = await open(space.mira);
  await page.goto("/manage/people?q=Ana");
  await page
    .getByRole("rowheader", { name: /Ana Ferreira/ })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog", { name: "Suspend Ana Ferreira?" });
  await expect(dialog.getByText("2 bookings ahead")).toBeVisible();
  await dialog.getByRole("checkbox", { name: /^Lantern.*14:00/ }).check();
  await dialog.getByRole("button", { name: "Suspend and cancel 1 booking" }).click();
  await expect(dialog.getByText("Write a few words: they will read them.")).toBeVisible();
  await expectNoFindings(page, "bookings of whom is suspended");
  await dialog.getByLabel("Why the space cancels").fill("The membership has ended.");
  await dialog.getByRole("button", { name: "Suspend and cancel 1 booking" }).click();
  await expect(page.getByText("Ana Ferreira is suspended, and 1 booking is cancelled.")).toBeVisible();
});

test("when the desk is reminded of requests is chosen for each location, and stays", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage/locations");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await page.getByRole("button", { name: "Reminders" }).click();
  const dialog = page.getByRole("dialog", { name: "Reminders of requests" });
  await expect(dialog.getByRole("checkbox", { name: "1 day before" })).toBeChecked();
  await dialog.getByRole("checkbox", { name: "1 day before" }).uncheck();
  await dialog.getByRole("checkbox", { name: "4 hours before" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Reminders" }).click();
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await expect(dialog.getByRole("checkbox", { name: "4 hours before" })).toBeChecked();
});
