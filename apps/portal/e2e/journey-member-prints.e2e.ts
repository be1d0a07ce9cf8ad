import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { aCopier, aPack, planGives } from "./support/credits.ts";
import { tabTo } from "./support/keyboard.ts";
import { expect, test } from "./support/test.ts";

const split = "20 colour pages from your plan, 10 × $0.25 = $2.50";

test("a member prints 30 colour pages with 20 left, and sees the split before releasing", async ({ open, space }) => {
  const mira = await open(space.mira);
  await planGives(mira, { colour_pages: 20, mono_pages: 100 });
  const copier = await aCopier(mira, space);
  const posters = await copier.send(space.ana, "Posters", 30);
  await copier.send(space.ana, "Minutes", 4, "mono");
  const page = await open(space.ana);

  await test.step("find what waits, from Home", async () => {
    await page.goto("/");
    await expect(page.getByRole("meter", { name: "Copier, colour" })).toHaveAccessibleName("Copier, colour");
    await expect(page.getByText("0 pages · 20 set aside")).toBeVisible();
    await page.getByRole("navigation").getByRole("link", { name: "Print and credits" }).click();
    await page.getByRole("link", { name: "Print", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Print" })).toBeVisible();
    await expect(page.getByText("2 documents wait")).toBeAttached();
  });
  await test.step("the split stands there before the click", async () => {
    await expect(waiting(page, "Posters").getByText(split)).toBeVisible();
    await expect(waiting(page, "Posters").getByText("0 colour pages left after this")).toBeVisible();
    await expect(waiting(page, "Minutes").getByText("4 black and white pages from your plan")).toBeVisible();
  });
  await test.step("release it", async () => {
    await page.getByRole("button", { name: `Print for $2.50: Posters, ${split}` }).click();
    await expect(page.getByText("“Posters” is printing")).toBeVisible();
    await expect(waiting(page, "Posters").getByText("Released: it comes out now")).toBeVisible();
  });
  await test.step("delete the other one, after a question", async () => {
    await page.getByRole("button", { name: "Delete: Minutes" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete the document" }).click();
    await expect(page.getByText("Deleted. Nothing was charged.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Minutes" })).toBeHidden();
  });
  await test.step("it comes out, and the ledger says what paid for it", async () => {
    await copier.print(posters, 30);
    await expect(page.getByText("Nothing waits for you")).toBeVisible();
    await page.getByRole("link", { name: "Credits", exact: true }).click();
    const charges = page.getByRole("region", { name: "Open charges" });
    await expect(charges.getByRole("link", { name: "Printed: Posters" })).toBeVisible();
    await expect(charges.getByText("$2.50", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Explain this balance: Copier, colour" }).click();
    const used = page.getByRole("row", { name: /Posters Used/ });
    await expect(used.getByRole("cell", { name: "−20" })).toBeVisible();
    await used.getByRole("link", { name: "Posters" }).click();
    const printed = page.getByRole("listitem").filter({ hasText: "Posters" });
    await expect(printed).toBeFocused();
    await expect(printed.getByText("20 credits")).toBeVisible();
  });
});

test("what arrives shows by itself; a pack that is bought first pays for it, and becomes an open charge", async ({
  open,
  space,
}) => {
  const mira = await open(space.mira);
  await planGives(mira, { colour_pages: 20 });
  await aPack(mira, { name: "Colour 50", unit: "colour_pages", quantity: 50, priceMinor: 900 });
  const copier = await aCopier(mira, space);
  const page = await open(space.ana);
  await page.goto("/print");
  await expect(page.getByText("Nothing waits for you")).toBeVisible();
  await copier.send(space.ana, "Posters", 30);
  await expect(waiting(page, "Posters").getByText(split)).toBeVisible();

  await page.getByRole("button", { name: "Buy a pack first, for Posters" }).click();
  const question = page.getByRole("alertdialog", { name: "Buy “Colour 50”?" });
  await expect(question.getByText(/^You get 50 colour pages at once, to use until \d+ \w+/)).toBeVisible();
  await expect(question.getByText(/^\$9\.00 becomes an open charge on your account/)).toBeVisible();
  await question.getByRole("button", { name: "Buy for $9.00" }).click();
  await expect(page.getByText("50 colour pages are yours")).toBeVisible();
  await expect(waiting(page, "Posters").getByText("30 colour pages from your credits")).toBeVisible();
  await page.getByRole("button", { name: /^Print: Posters/ }).click();
  await expect(page.getByText("“Posters” is printing")).toBeVisible();

  await page.getByRole("link", { name: "Credits", exact: true }).click();
  await expect(page.getByText("Pack “Colour 50”").first()).toBeVisible();
  const charges = page.getByRole("region", { name: "Open charges" });
  await expect(charges.getByText("$9.00", { exact: true })).toBeVisible();
});

test("without a mouse: release everything, then read why the balance is what it is, and save it", async ({
  open,
  space,
}) => {
  const mira = await open(space.mira);
  await planGives(mira, { colour_pages: 20, mono_pages: 10 });
  const copier = await aCopier(mira, space);
  await copier.send(space.ana, "Posters", 30);
  await copier.send(space.ana, "Minutes", 4, "mono");
  const page = await open(space.ana);
  await page.goto("/print");
  await tabTo(page, "button", "Print both for $2.50");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 documents are printing")).toBeVisible();

  await tabTo(page, "button", "Show my code");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "QR code that opens your documents at the copier" })).toBeVisible();
  await expect(page.getByText(/^Good for [23]:\d\d$/)).toBeVisible();

  await page.goto("/credits");
  await tabTo(page, "link", "Explain this balance: Copier, colour");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Copier, colour, explained" })).toBeFocused();
  const row = page.getByRole("row", { name: /Your plan/ });
  await expect(row.getByRole("cell", { name: "+20" })).toBeVisible();
  await tabTo(page, "button", /^Before: /);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing moved in this month.")).toBeVisible();
  await tabTo(page, "button", /^After: /);
  await page.keyboard.press("Enter");
  await expect(row).toBeVisible();
  const saving = page.waitForEvent("download");
  await tabTo(page, "button", "Download as CSV");
  await page.keyboard.press("Enter");
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^copier-colour-\d{4}-\d\d\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain(",Given,Plan,");
});

test("nobody with credits or documents is left without a word", async ({ ana }) => {
  await ana.goto("/credits");
  await expect(ana.getByRole("heading", { name: "You have no credits yet" })).toBeVisible();
  await ana.goto("/credits/explain?unit=gold&month=2026-99");
  await expect(ana.getByRole("heading", { level: 1, name: "Room time, explained" })).toBeVisible();
  await ana.goto("/print");
  await expect(ana.getByRole("heading", { name: "You have not printed here yet" })).toBeVisible();
});

/** The row of a document that waits. */
function waiting(page: Page, title: string) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
}
