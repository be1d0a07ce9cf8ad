import { expect, test } from "./support/test.ts";

test("what is free now is booked in two presses, with the price before the second, and undone", async ({ ana }) => {
  await ana.goto("/");
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText(/^Good (morning|afternoon|evening), Ana$/);
  await ana.getByRole("button", { name: /book Lantern now for/ }).click();
  const sheet = ana.getByRole("dialog", { name: "Lantern" });
  await expect(sheet.getByText("Sales tax 6 %")).toBeVisible();
  await sheet.getByRole("button", { name: "Book Lantern" }).click();
  await expect(ana.getByText("Lantern is yours")).toBeVisible();
  await expect(sheet).toBeHidden();
  await expect(ana.getByRole("region", { name: "Your next booking" }).getByRole("heading")).toHaveText("Lantern");
});
