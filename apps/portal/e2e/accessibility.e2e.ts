import { expectNoFindings } from "./support/axe.ts";
import { aCopier, aPack, planGives } from "./support/credits.ts";
import { dayIn, expect, test } from "./support/test.ts";

const pages = [
  "/",
  "/book",
  "/book?view=month",
  "/bookings",
  "/bookings?scope=past",
  "/credits",
  "/credits/explain",
  "/print",
  "/feeds",
  "/account",
  "/account/plan",
  "/account/invoices",
  "/nowhere",
];
// Reading a page takes axe seconds, and each test reads many.
test.describe.configure({ timeout: 180_000 });

test("every page passes axe", async ({ open, space }) => {
  const page = await open(space.ana);
  for (const path of pages) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoFindings(page, path);
  }
});

test("credits and printing pass axe", async ({ open, space }) => {
  const mira = await open(space.mira);
  await planGives(mira, { room_minutes: 90, colour_pages: 20, mono_pages: 100 });
  await aPack(mira, { name: "Colour 50", unit: "colour_pages", quantity: 50, priceMinor: 900 });
  const copier = await aCopier(mira, space);
  await copier.send(space.ana, "Posters", 30);
  await copier.send(space.ana, "Minutes", 4, "mono");
  const page = await open(space.ana);
  await page.goto("/");
  await expect(page.getByRole("meter").first()).toBeVisible();
  await expectNoFindings(page, "Home with credits");
  for (const path of ["/credits", "/credits/explain?unit=colour_pages"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoFindings(page, path);
  }
  await page.goto("/print");
  await page.getByRole("button", { name: "Show my code" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectNoFindings(page, "what waits at the copier, and the code");
  await page.getByRole("button", { name: /^Buy a pack first/ }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectNoFindings(page, "buying a pack");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Delete: Minutes" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectNoFindings(page, "deleting a document");
  const date = dayIn(space.timeZone, 1).toString();
  await page.goto(`/book?date=${date}&time=14%3A00&minutes=120&people=6&resource=${space.resources["Lantern"]}`);
  await expect(page.getByText("30 min × $24.00", { exact: true })).toBeVisible();
  await expectNoFindings(page, "panel with credits");
});

test("every manage page passes axe", async ({ open, space }) => {
  const page = await open(space.mira);
  await page.goto("/manage");
  const links = page.getByRole("main").locator('a[href^="/manage"]');
  await expect(links.first()).toBeVisible();
  const paths = await links.evaluateAll((all) => [
    ...new Set(all.map((link) => (link.getAttribute("href") ?? "").replace(/&room=.*/, ""))),
  ]);
  for (const path of ["/manage", ...paths]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoFindings(page, path);
  }
});

test("credits of somebody and their forms pass axe", async ({ open, space }) => {
  const page = await open(space.mira);
  const credits = `/manage/credits?person=${space.ana.personId}`;
  await page.goto(credits);
  await expect(page.getByRole("group", { name: "Movements" })).toBeVisible();
  await expectNoFindings(page, "credits of a person");
  for (const form of ["give", "overdraft", "sell"]) {
    await page.goto(`${credits}&edit=${form}`);
    await expect(page.getByRole("dialog").or(page.getByRole("alertdialog"))).toBeVisible();
    await expectNoFindings(page, form);
  }
  await page.goto("/manage/plans?edit=new");
  await page.getByRole("button", { name: "Add credits" }).click();
  await page.getByText("Some rooms or desks").click();
  await expectNoFindings(page, "credits of a plan");
  await page.goto("/manage/copiers");
  await page.getByRole("button", { name: "Begin with A4, A3 and other sizes" }).click();
  await expectNoFindings(page, "price table");
});

test("the states of booking pass axe", async ({ open, space }) => {
  const page = await open(space.ana);
  const date = dayIn(space.timeZone, 1).toString();
  await page.goto(`/book?date=${date}&time=14%3A00&minutes=60&people=6&resource=${space.resources["Lantern"]}`);
  await expect(page.getByText("$25.44")).toBeVisible();
  await expectNoFindings(page, "panel with a price");
  await page.getByLabel(/^Title/).fill("Design review");
  await page.getByRole("button", { name: "Book Lantern" }).click();
  await expect(page.getByText("Lantern is yours")).toBeVisible();
  await expectNoFindings(page, "booked");
  await page.goto("/bookings");
  await page.getByRole("link", { name: /Lantern/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Design review" })).toBeVisible();
  await expectNoFindings(page, "one booking");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByRole("button", { name: "30 min later" }).click();
  await expect(page.getByText("The price stays the same.")).toBeVisible();
  await expectNoFindings(page, "change");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Cancel this booking" }).click();
  await expect(page.getByText(/^It costs nothing/)).toBeVisible();
  await expectNoFindings(page, "cancel");
});

test("signing in passes axe, on a phone", async ({ open, space }) => {
  const page = await open(null, { viewport: { width: 390, height: 844 } });
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoFindings(page, "sign-in");
  await page.getByLabel("E-mail").fill("nobody");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectNoFindings(page, "sign-in with an error");
  await page.getByLabel("E-mail").fill(space.ana.email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expect(page.getByLabel("Code")).toBeVisible();
  await expectNoFindings(page, "code");

  const account = await open(space.ana, { viewport: { width: 390, height: 844 } });
  await account.goto("/account");
  await account.getByRole("button", { name: "Change password" }).click();
  await account.getByLabel("New password").fill("password1234");
  await expect(account.getByRole("meter")).toBeVisible();
  await expectNoFindings(account, "strength of a password");
  await account.getByRole("button", { name: "Add a passkey" }).click();
  await expect(account.getByRole("dialog", { name: "Is it you?" })).toBeVisible();
  await expectNoFindings(account, "is it you");
});
