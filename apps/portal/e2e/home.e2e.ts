import { dayIn, expect, test } from "./support/test.ts";

test("what is free now is booked in two presses, with the price before the second", async ({ ana }) => {
  await ana.goto("/");
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText(/^Good (morning|afternoon|evening), Ana$/);
  await ana.getByRole("button", { name: /book Lantern from .* for/ }).click();
  const sheet = ana.getByRole("dialog", { name: "Lantern" });
  await expect(sheet.getByText("Sales tax 6%")).toBeVisible();
  await sheet.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(ana.getByRole("region", { name: "Your next booking" }).getByRole("heading")).toHaveText("Lantern");
});

test("what costs nothing to cancel can be undone from the message", async ({ ana, space }) => {
  const date = dayIn(space.timeZone, 1).toString();
  await ana.goto(`/book?date=${date}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`);
  await ana.getByRole("button", { name: "Book Lantern" }).click();
  await ana.getByRole("button", { name: "Undo" }).click();
  await expect(ana.getByText("Undone: nothing was booked.")).toBeVisible();
  await ana.goto("/bookings");
  await expect(ana.getByRole("heading", { name: "Nothing booked" })).toBeVisible();
});
