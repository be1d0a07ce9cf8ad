import type { Page } from "@playwright/test";
import { expectNoFindings } from "@working-social/portal/e2e/axe";
import { control, expect, jobsOf, scan, setUp, test } from "./support/test.ts";

test.use({
  waiting: {
    jobs: [
      { title: "Fire plan.pdf", sides: 30 },
      { title: "Letter.docx", sides: 5, colour: "mono", isDuplex: true },
    ],
  },
});

test("every screen passes axe", async ({ open, copier }) => {
  test.setTimeout(120_000);
  const page = await open(null, { viewport: { width: 768, height: 1024 } });
  await page.goto("/kiosk/print");
  await page.getByLabel("Kiosk token").fill("nonsense");
  await page.getByRole("button", { name: "Check and keep" }).click();
  await expect(page.getByText("That is no kiosk token")).toBeVisible();
  await expectNoFindings(page, "set-up with an error");
  await setUp(page, copier);
  await page.keyboard.type("123", { delay: 150 });
  await expectNoFindings(page, "start with digits");
  await page.getByRole("button", { name: "Staff" }).click();
  await page.getByRole("button", { name: "Forget this kiosk" }).click();
  await expectNoFindings(page, "manager's corner, asking");
  await page.getByRole("button", { name: "Back" }).click();
  await scan(page, "nobody-has-this-code-at-all");
  await expect(page.getByText("This code does not fit").first()).toBeVisible();
  await expectNoFindings(page, "wrong code");
  await scan(page, (await control<{ code: string }>("/codes", { ...copier, who: "ana" })).code);
  await expect(page.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  await page.getByRole("button", { name: "Delete, Letter.docx" }).click();
  await expectNoFindings(page, "waiting prints, one of them asking");
  await page.getByRole("button", { name: "Get more pages" }).click();
  await page.getByRole("button", { name: "Buy · $9.00, Colour 50" }).click();
  await expectNoFindings(page, "packs, asking");
  await page.getByRole("button", { name: "Yes, buy for $9.00" }).click();
  await expect(page.getByText("50 colour pages are yours now", { exact: false }).first()).toBeVisible();
  await expectNoFindings(page, "bought");
  await page.getByRole("button", { name: /^Print all 2/ }).click();
  await expect(page.getByRole("heading", { name: "2 are printing" })).toBeVisible();
  await expectNoFindings(page, "printing");
  await page.goto("/kiosk");
  await expectNoFindings(page, "welcome, with a door");
});

test("everything works by keys alone, and what happens is said", async ({ kiosk, copier }) => {
  await expect(kiosk.getByRole("heading", { level: 1, name: "Print" })).toBeFocused();
  const [said] = [kiosk.getByRole("status")];
  await kiosk.keyboard.type(copier.pins.ana.slice(0, 2), { delay: 150 });
  await kiosk.keyboard.press("Enter");
  await expect(said.filter({ hasText: "Your PIN has six digits." })).toBeAttached();
  await kiosk.keyboard.press("Backspace");
  await expect(said.filter({ hasText: "1 of 6 digits" })).toBeAttached();
  await kiosk.keyboard.type(copier.pins.ana.slice(1), { delay: 150 });
  await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeFocused();

  await tabTo(kiosk, "Delete, Letter.docx");
  await kiosk.keyboard.press("Enter");
  await expect(kiosk.getByText("Delete it? It can’t be printed then.")).toBeFocused();
  await tabTo(kiosk, "Keep it");
  await kiosk.keyboard.press("Space");
  await expect(kiosk.getByRole("button", { name: "Delete, Letter.docx" })).toBeFocused();
  await tabTo(kiosk, "Get more pages");
  await kiosk.keyboard.press("Enter");
  await expect(kiosk.getByRole("heading", { level: 1, name: "Get more pages" })).toBeFocused();
  await tabTo(kiosk, "Back to my prints");
  await kiosk.keyboard.press("Enter");
  await expect(kiosk.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeFocused();
  await tabTo(kiosk, "Print · $0.42, Letter.docx");
  await kiosk.keyboard.press("Enter");
  await expect(kiosk.getByRole("heading", { level: 1, name: "It is printing" })).toBeFocused();
  await tabTo(kiosk, "Done");
  await kiosk.keyboard.press("Enter");
  await expect(kiosk.getByRole("heading", { level: 1, name: "Print" })).toBeFocused();
  expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["held", "released"]);
});

test("targets are for fingers: 60 px on the pad, 44 px everywhere", async ({ open, copier }) => {
  const page = await open(null, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await setUp(page, copier);
  for (const key of await page.getByRole("group", { name: "Your PIN" }).getByRole("button").all())
    expect(await smallestSide(key)).toBeGreaterThanOrEqual(60);
  await scan(page, (await control<{ code: string }>("/codes", { ...copier, who: "ana" })).code);
  await expect(page.getByRole("heading", { level: 1, name: "Ana Ferreira" })).toBeVisible();
  for (const target of [...(await page.getByRole("button").all()), ...(await page.getByRole("link").all())])
    expect(await smallestSide(target)).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

async function smallestSide(target: ReturnType<Page["getByRole"]>): Promise<number> {
  const box = await target.boundingBox();
  return Math.min(box?.width ?? 0, box?.height ?? 0);
}

async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${name}.`);
}
