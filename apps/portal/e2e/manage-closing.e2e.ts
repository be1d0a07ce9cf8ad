import type { Page } from "@playwright/test";
import { expectNoFindings } from "./support/axe.ts";
import { dayIn, expect, test } from "./support/test.ts";

/** Ana books Lantern two days from now at 14:00. */
async function book(ana: Page, date: string, resourceId: string | undefined): Promise<void> {
  await ana.goto(`/book?date=${date}&time=14%3A00&minutes=60&people=6&resource=${resourceId}`);
  await ana.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
}

test("a date is closed: its bookings are shown before, cancelled by the house, and their member reads why", async ({
  open,
  space,
  ana,
}) => {
  const date = dayIn(space.timeZone, 2).toString();
  await book(ana, date, space.resources["Lantern"]);
  const mira = await open(space.mira);
  await mira.goto("/manage/hours");
  await mira.getByRole("button", { name: "Add a day" }).click();
  const day = mira.getByRole("dialog", { name: "A day with other hours" });
  await day.getByLabel("First day").fill(date);
  await day.getByLabel("Last day").fill(date);
  await day.getByLabel("Reason").fill("Summer party");
  await day.getByRole("button", { name: "Add a day" }).click();
  await mira.getByRole("button", { name: "Save the hours" }).click();

  const question = mira.getByRole("dialog", { name: "1 booking lies outside the new hours" });
  const theirs = question.getByRole("checkbox", { name: /Lantern.*14:00.*Ana Ferreira/ });
  await expect(theirs).not.toBeChecked();
  await expectNoFindings(mira, "bookings outside the new hours");
  await question.getByRole("button", { name: "Back" }).click();
  await expect(mira.getByText("Not saved yet")).toBeVisible();

  await mira.getByRole("button", { name: "Save the hours" }).click();
  await theirs.check();
  await expect(question.getByLabel("Why the space cancels")).toHaveValue("Summer party");
  await question.getByRole("button", { name: "Save the hours, cancel 1 booking" }).click();
  await expect(mira.getByText("The hours are saved. 1 booking is cancelled.")).toBeVisible();
  await ana.goto("/bookings?scope=past");
  await ana
    .getByRole("link", { name: /Lantern/ })
    .first()
    .click();
  await expect(ana.getByText("Reason: Summer party")).toBeVisible();
});

test("a room with bookings ahead is archived after a question, and keeps what is not ticked", async ({
  open,
  space,
  ana,
}) => {
  await book(ana, dayIn(space.timeZone, 2).toString(), space.resources["Lantern"]);
  const mira = await open(space.mira);
  await mira.goto(`/manage/resources?edit=${space.resources["Lantern"]}`);
  await mira.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  const question = mira.getByRole("dialog", { name: "Lantern has bookings ahead" });
  await question.getByRole("button", { name: "Archive, keep the bookings" }).click();
  await expect(mira.getByText("Lantern is archived.")).toBeVisible();
  await ana.goto("/bookings");
  await expect(ana.getByRole("link", { name: /Lantern/ }).first()).toBeVisible();
});
