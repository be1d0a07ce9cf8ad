import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { dayIn, expect, test } from "./support/test.ts";

const pages = ["/", "/book", "/book?view=month", "/bookings", "/bookings?scope=past", "/feeds", "/account", "/nowhere"];
// Reading a page takes axe seconds, and each test reads many.
test.describe.configure({ timeout: 120_000 });

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page passes axe in ${colorScheme}`, async ({ open, space }) => {
    const page = await open(space.ana, { colorScheme });
    for (const path of pages) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoFindings(page, path);
    }
  });

  test(`every manage page passes axe in ${colorScheme}`, async ({ open, space }) => {
    const page = await open(space.mira, { colorScheme });
    await page.goto("/manage");
    const links = page.getByRole("main").locator('a[href^="/manage"]');
    await expect(links.first()).toBeVisible();
    const paths = await links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href") ?? ""))]);
    const credits = `/manage/credits?person=${space.ana.personId}`;
    const drawers = [`${credits}&edit=give`, `${credits}&edit=overdraft`, "/manage/copiers?edit=new"];
    for (const path of ["/manage", ...paths, credits, ...drawers]) {
      await page.goto(path);
      if (path.includes("edit=")) await expect(page.getByRole("dialog")).toBeVisible();
      else await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoFindings(page, path);
    }
  });

  test(`the states of booking pass axe in ${colorScheme}`, async ({ open, space }) => {
    const page = await open(space.ana, { colorScheme });
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

  test(`signing in passes axe in ${colorScheme}, on a phone`, async ({ open, space }) => {
    const page = await open(null, { colorScheme, viewport: { width: 390, height: 844 } });
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
  });
}

async function expectNoFindings(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}`).join("\n")}`,
  );
  expect(found, where).toEqual([]);
}
