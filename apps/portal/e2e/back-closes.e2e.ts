import type { Page } from "@playwright/test";
import { dayIn, expect, test } from "./support/test.ts";

// Back, the gesture of every phone, closes what is on top; what it shows next is the page below, and nothing that could be pressed
// by mistake.

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const overlays = (page: Page) => page.locator("[role=dialog], [role=alertdialog], [role=menu]");

test("on a phone, Back from the booking sheet shows the day, never another room's sheet", async ({ open, space }) => {
  const page = await open(space.ana, phone);
  await page.goto("/");
  await page.getByRole("link", { name: "Book", exact: true }).last().tap();
  const day = dayIn(space.timeZone, 1).toString();
  await expect(page.getByRole("heading", { name: "Book", level: 1 })).toBeVisible();
  await page.goto(`/book?date=${day}&time=10:00`);
  const list = page.url();
  const room = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}, 10:00`) });
  for (const name of ["Lantern", "Cooper"]) {
    await room(name).tap();
    await expect(page.getByRole("dialog", { name })).toBeVisible();
    await page.goBack();
    await expect(overlays(page)).toHaveCount(0);
    await expect(page).toHaveURL(list);
  }
  // Closed by its cross, it is gone as well: Back leads on.
  await room("Lantern").tap();
  await page.getByRole("dialog", { name: "Lantern" }).getByRole("button", { name: "Close" }).tap();
  await expect(overlays(page)).toHaveCount(0);
  await room("Cooper").tap();
  await expect(page.getByRole("dialog", { name: "Cooper" })).toBeVisible();
  await page.goBack();
  await expect(overlays(page)).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/\/book$/);
  await expect(overlays(page)).toHaveCount(0);
});

test("Back closes menu, calendar, palette, sheet and question, one at a time, and the page stays", async ({
  open,
  space,
}) => {
  const page = await open(space.mira);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/manage/rules");
  const address = page.url();
  const closesByBack = async (left: number) => {
    await page.goBack();
    await expect(overlays(page)).toHaveCount(left);
    await expect(page).toHaveURL(address);
  };
  await page.getByRole("button", { name: "Mira Solberg" }).first().click();
  await expect(page.getByRole("menu")).toBeVisible();
  await closesByBack(0);
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await closesByBack(0);
  // A form that was typed into asks, and Back closes the question before it closes the form.
  await page.getByRole("button", { name: "Add a rule" }).click();
  const form = page.getByRole("dialog", { name: "New rule" });
  await form.getByLabel("Name of the rule").fill("Quiet evenings");
  await page.goBack();
  const question = page.getByRole("alertdialog", { name: "Discard your changes?" });
  await expect(question).toBeVisible();
  await page.goBack();
  await expect(question).toBeHidden();
  await expect(form.getByLabel("Name of the rule")).toHaveValue("Quiet evenings");
  await page.goBack();
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(overlays(page)).toHaveCount(0);
  await expect(page).toHaveURL(address);
  // What was closed otherwise costs no press: the next Back leaves the page.
  await page.getByRole("link", { name: "Half hours" }).click();
  await expect(page.getByRole("dialog", { name: "Half hours" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(overlays(page)).toHaveCount(0);
  await expect(page).toHaveURL(address);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test("from the palette to another page, and back again", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("combobox").fill("credits");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/credits/);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
  await expect(overlays(page)).toHaveCount(0);
  await page.goForward();
  await expect(page).toHaveURL(/credits/);
  await expect(overlays(page)).toHaveCount(0);
});
