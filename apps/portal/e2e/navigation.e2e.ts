import { expect, test } from "./support/test.ts";

test("on a phone, what is used most stands at the thumb and the rest under More", async ({ open, space }) => {
  const page = await open(space.ana, { viewport: { width: 390, height: 844 } });
  await page.goto("/");
  const tabs = page.getByRole("navigation", { name: "Main" });
  await expect(tabs.getByRole("link")).toHaveText(["Home", "Book", "Bookings"]);
  await tabs.getByRole("button", { name: "More" }).click();
  const more = page.getByRole("dialog", { name: "More" });
  await expect(more.getByRole("link")).toHaveText(["Print and credits", "Account"]);
  await more.getByRole("link", { name: "Account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Account");
  await expect(more).toBeHidden();
});

test("a link to the calendar feeds of before leads into the account", async ({ ana }) => {
  await ana.goto("/feeds");
  await expect(ana).toHaveURL(/\/account\/feeds$/);
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText("Calendar feeds");
  await expect(ana.getByRole("navigation").getByRole("link", { name: "Account" })).toHaveAttribute(
    "aria-current",
    "page",
  );
});

test("Setting up folds, opens with a page in it, and stays as it was left on this device", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage");
  const list = page.getByRole("navigation", { name: "Manage" });
  const settingUp = list.getByRole("button", { name: "Setting up" });
  const rates = list.getByRole("link", { name: "Rates" });
  await expect(settingUp).toHaveAttribute("aria-expanded", "false");
  await expect(rates).toBeHidden();
  await settingUp.focus();
  await page.keyboard.press("Enter");
  await expect(settingUp).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(list.getByRole("link", { name: "Locations" })).toBeFocused();

  await page.reload();
  await expect(rates).toBeVisible();
  await settingUp.click();
  await page.reload();
  await expect(rates).toBeHidden();

  await page.goto("/manage/rates");
  await expect(rates).toHaveAttribute("aria-current", "page");
  await expect(settingUp).toHaveAttribute("aria-expanded", "true");
});
