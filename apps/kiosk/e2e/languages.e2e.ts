import type { Page } from "@playwright/test";
import { expectNoFindings } from "@working-social/portal/e2e/axe";
import { control, expect, jobsOf, setUp, tapPin, test } from "./support/test.ts";

const plan = { title: "Fire plan.pdf", sides: 30 };
const letter = { title: "Letter.docx", sides: 5, colour: "mono", isDuplex: true } as const;
test.use({ waiting: { jobs: [plan, letter] } });

const choose = (page: Page, language: string) => page.getByRole("button", { name: language, exact: true }).click();

test("a guest prints in Spanish, and the next one finds the place's language again", async ({ kiosk, copier }) => {
  await choose(kiosk, "Español");
  await expect(kiosk.getByRole("heading", { level: 1, name: "Imprimir" })).toBeVisible();
  await expect(kiosk.locator("html")).toHaveAttribute("lang", "es");
  await expect(kiosk).toHaveTitle("Imprimir");
  await tapPin(kiosk, copier.pins.ana, "Su PIN");
  await expect(kiosk.getByText("Tiene 2 documentos en espera.")).toBeVisible();
  await expect(kiosk.getByText("20 páginas en color de su saldo, 10 × $0.25 = $2.50 a su cuenta")).toBeVisible();
  await expect(kiosk.getByText("Después le quedan 0 páginas en color")).toBeVisible();
  await expect(kiosk.getByText("5 caras en 3 hojas · A4 · blanco y negro · a doble cara")).toBeVisible();
  await kiosk.getByRole("button", { name: "Imprimir · $2.50, Fire plan.pdf" }).click();
  await expect(kiosk.getByRole("heading", { level: 1, name: "Su documento se está imprimiendo" })).toBeFocused();
  await expect(kiosk.getByText("Recoja sus páginas en Copier 1.")).toBeVisible();
  await kiosk.getByRole("button", { name: "Listo" }).click();
  await expect(kiosk.getByRole("heading", { level: 1, name: "Print" })).toBeVisible();
  await expect(kiosk.locator("html")).toHaveAttribute("lang", "en");
  expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["released", "held"]);
});

test("a guest buys pages and prints all in German", async ({ kiosk, copier }) => {
  await choose(kiosk, "Deutsch");
  await expect(kiosk.getByRole("heading", { level: 1, name: "Drucken" })).toBeVisible();
  await expect(kiosk.locator("html")).toHaveAttribute("lang", "de");
  await expect(kiosk.getByText("Geben Sie Ihre PIN ein oder halten Sie Ihren Code an das Lesegerät.")).toBeVisible();
  await tapPin(kiosk, copier.pins.ana, "Ihre PIN");
  await expect(kiosk.getByText("Für Sie warten 2 Dokumente.")).toBeVisible();
  await expect(
    kiosk.getByText("20 Farbseiten aus Ihrem Guthaben, 10 × 0,25 $ = 2,50 $ auf Ihre Rechnung"),
  ).toBeVisible();
  await kiosk.getByRole("button", { name: "Löschen, Letter.docx" }).click();
  await expect(kiosk.getByText("Dokument löschen? Es lässt sich dann nicht mehr drucken.")).toBeFocused();
  await kiosk.getByRole("button", { name: "Behalten" }).click();
  await kiosk.getByRole("button", { name: "Mehr Seiten kaufen" }).click();
  await expect(kiosk.getByText("50 Farbseiten, 90 Tage gültig")).toBeVisible();
  await kiosk.getByRole("button", { name: "Kaufen · 9,00 $, Colour 50" }).click();
  await kiosk.getByRole("button", { name: "Ja, für 9,00 $ kaufen" }).click();
  await expect(kiosk.getByText("Gekauft: 50 Farbseiten. Der Betrag von 9,00 $").first()).toBeVisible();
  await kiosk.getByRole("button", { name: "Alle 2 drucken · 0,42 $" }).click();
  await expect(kiosk.getByRole("heading", { name: "2 Dokumente werden gedruckt" })).toBeVisible();
  await kiosk.getByRole("button", { name: "Fertig" }).click();
  await expect(kiosk.getByRole("heading", { level: 1, name: "Print" })).toBeVisible();
  expect((await jobsOf(copier)).map(({ status }) => status)).toEqual(["released", "released"]);
});

test("where the place speaks German, its kiosk does from its first moment on, with the money of the place", async ({
  kiosk,
  copier,
}) => {
  await control("/copiers/language", { ...copier, language: "de", region: "DE" });
  await kiosk.reload();
  await expect(kiosk.getByRole("heading", { level: 1, name: "Drucken" })).toBeVisible();
  await kiosk.route("**/api/print/*", (route) => route.abort("internetdisconnected"));
  await kiosk.reload();
  await expect(kiosk.getByRole("heading", { level: 1, name: "Drucken" })).toBeVisible();
  await expect(kiosk.locator("html")).toHaveAttribute("lang", "de");
  await kiosk.unroute("**/api/print/*");
  await choose(kiosk, "English");
  await tapPin(kiosk, copier.pins.ana);
  await expect(kiosk.getByRole("button", { name: "Print all 2 · $2.92" })).toBeVisible();
  await kiosk.getByRole("button", { name: "Done" }).click();
  await expect(kiosk.getByRole("heading", { level: 1, name: "Drucken" })).toBeVisible();
});

test("a silence brings the place's language back, at the copier and at the door", async ({ open, copier }) => {
  const page = await open(null, { viewport: { width: 1024, height: 768 } });
  await page.clock.install();
  await setUp(page, copier);
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const [path, english, french] of [
    ["/kiosk/print", "Print", "Imprimer"],
    ["/kiosk", "Welcome.", "Bienvenue."],
  ] as const) {
    await page.goto(path);
    await choose(page, "Français");
    await expect(page.getByRole("heading", { level: 1, name: french })).toBeVisible();
    await page.clock.runFor(21_000);
    await expect(page.getByText("Recommence dans 9 secondes")).toBeVisible();
    await page.clock.runFor(10_000);
    await expect(page.getByRole("heading", { level: 1, name: english })).toBeVisible();
    await expect(page.getByText("Recommence dans")).toBeHidden();
  }
});

test("a language can be chosen while there is no network", async ({ kiosk }) => {
  await kiosk.waitForLoadState("networkidle");
  await kiosk.context().setOffline(true);
  await choose(kiosk, "Deutsch");
  await expect(kiosk.getByRole("heading", { level: 1, name: "Drucken" })).toBeVisible();
  await kiosk.context().setOffline(false);
});

test("passes axe with another language than the page began with", async ({ kiosk, copier }) => {
  test.setTimeout(120_000);
  await choose(kiosk, "Español");
  await tapPin(kiosk, copier.pins.ana, "Su PIN");
  await expect(kiosk.getByText("Tiene 2 documentos en espera.")).toBeVisible();
  await expectNoFindings(kiosk, "waiting prints in Spanish");
});

for (const { width, height } of [
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
])
  test(`in every language the first screens fit ${width} × ${height}, with targets for fingers`, async ({
    open,
    copier,
  }) => {
    const page = await open(null, { viewport: { width, height }, hasTouch: true });
    await setUp(page, copier);
    for (const path of ["/kiosk", "/kiosk/print"]) {
      await page.goto(path);
      for (const language of ["Deutsch", "Español", "Français", "English"]) {
        await choose(page, language);
        const button = page.getByRole("button", { name: language, exact: true });
        await expect(button).toHaveAttribute("aria-pressed", "true");
        const box = await button.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBeLessThanOrEqual(width);
      }
    }
  });

test.use({ expectedErrors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/] });
