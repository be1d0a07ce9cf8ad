import { tabTo } from "./support/keyboard.ts";
import { codeFor, expect, test } from "./support/test.ts";

test("without a mouse: sign in, take what is free, change it, cancel it", async ({ open, space }) => {
  const page = await open(null);
  await test.step("sign in", async () => {
    await page.goto("/");
    await expect(page.getByLabel("E-mail")).toBeFocused();
    await page.keyboard.type(space.ana.email);
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Code")).toBeFocused();
    await page.keyboard.type(await codeFor(space.ana.email));
    await expect(page.getByRole("heading", { level: 1, name: /, Ana$/ })).toBeVisible();
  });
  await test.step("take what is free now", async () => {
    await tabTo(page, "button", /book Lantern (now|from)/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Lantern" }).getByText("Sales tax 6%")).toBeVisible();
    await tabTo(page, "button", "Book Lantern");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Lantern is yours")).toBeVisible();
  });
  await test.step("go to it with the command palette", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.type("my book");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "My bookings" })).toBeFocused();
    await tabTo(page, "link", /Lantern/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Lantern" })).toBeFocused();
  });
  await test.step("make it longer", async () => {
    await tabTo(page, "button", "Change");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Move, extend or shorten" })).toBeVisible();
    await tabTo(page, "button", "30 min longer");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^Before: /)).toBeVisible();
    await tabTo(page, "button", "Save the change");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Changed", { exact: true })).toBeVisible();
  });
  await test.step("cancel it, seeing the fee first", async () => {
    await tabTo(page, "button", "Cancel this booking");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alertdialog").getByText(/^It costs \$/)).toBeVisible();
    await tabTo(page, "button", /^Cancel and pay \$/);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/stays owed/)).toBeVisible();
  });
});
