import type { Page } from "@playwright/test";
import { aCopier, aPack, planGives } from "./support/credits.ts";
import { expect, test } from "./support/test.ts";

const german = { locale: "de-DE" };
const split = "20 Farbseiten aus Ihrem Tarif, 10 × 0,25 $ = 2,50 $";

// The same way as in journey-member-prints.e2e.ts, in the words that somebody reads whose browser asks for German.
test("in German: a member prints 30 colour pages with 20 left, and sees the split before releasing", async ({
  open,
  space,
}) => {
  const mira = await open(space.mira);
  await planGives(mira, { colour_pages: 20, mono_pages: 100 });
  const copier = await aCopier(mira, space);
  const posters = await copier.send(space.ana, "Plakate", 30);
  await copier.send(space.ana, "Protokoll", 4, "mono");
  const page = await open(space.ana, german);

  await test.step("find what waits, from Home", async () => {
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
    await expect(page.getByRole("meter", { name: "Kopierer, Farbe" })).toHaveAttribute(
      "aria-valuetext",
      "0 Farbseiten von 20 Farbseiten übrig, 20 Farbseiten zurückgelegt",
    );
    await expect(page.getByText("0 Seiten · 20 zurückgelegt")).toBeVisible();
    await page.getByRole("navigation").getByRole("link", { name: "Drucken und Guthaben" }).click();
    await page.getByRole("link", { name: "Drucken", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Drucken" })).toBeVisible();
    await expect(page.getByText("2 Dokumente warten")).toBeAttached();
  });
  await test.step("the split stands there before the click", async () => {
    await expect(waiting(page, "Plakate").getByText(split)).toBeVisible();
    await expect(waiting(page, "Plakate").getByText("Danach übrig: 0 Farbseiten")).toBeVisible();
    await expect(waiting(page, "Protokoll").getByText("4 Schwarz-Weiß-Seiten aus Ihrem Tarif")).toBeVisible();
    const together = "4 Schwarz-Weiß-Seiten und 20 Farbseiten aus Ihrem Guthaben, 2,50 $";
    await expect(page.getByText(together)).toBeVisible();
    await expect(page.getByRole("button", { name: "Beide für 2,50 $ drucken" })).toBeVisible();
  });
  await test.step("release it", async () => {
    await page.getByRole("button", { name: `Für 2,50 $ drucken: Plakate, ${split}` }).click();
    await expect(page.getByText("„Plakate“ wird gedruckt")).toBeVisible();
    await expect(waiting(page, "Plakate").getByText("Ihr Dokument kommt jetzt heraus")).toBeVisible();
  });
  await test.step("delete the other one, after a question", async () => {
    await page.getByRole("button", { name: "Löschen: Protokoll" }).click();
    const question = page.getByRole("alertdialog", { name: "Dieses Dokument löschen?" });
    await expect(question.getByText(/^„Protokoll“ wird nicht gedruckt und kostet nichts\./)).toBeVisible();
    await question.getByRole("button", { name: "Dokument löschen" }).click();
    await expect(page.getByText("Gelöscht. Es wurde nichts berechnet.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Protokoll" })).toBeHidden();
  });
  await test.step("it comes out, and the ledger says what paid for it", async () => {
    await copier.print(posters, 30);
    await expect(page.getByText("Nichts wartet auf Sie")).toBeVisible();
    await page.getByRole("link", { name: "Guthaben", exact: true }).click();
    const charges = page.getByRole("region", { name: "Offene Posten" });
    await expect(charges.getByText("Zusammen 2,50 $. Sie kommen mit Ihrer nächsten Rechnung.")).toBeVisible();
    await expect(charges.getByRole("link", { name: "Gedruckt: Plakate" })).toBeVisible();
    await expect(charges.getByText("2,50 $", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Dieses Guthaben erklären: Kopierer, Farbe" }).click();
    const title = "Kopierer, Farbe: so kommt Ihr Guthaben zustande";
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const used = page.getByRole("row", { name: /Plakate Verbraucht/ });
    await expect(used.getByRole("cell", { name: "−20" })).toBeVisible();
    await used.getByRole("link", { name: "Plakate" }).click();
    const printed = page.getByRole("listitem").filter({ hasText: "Plakate" });
    await expect(printed).toBeFocused();
    await expect(printed.getByText("20 Seiten Guthaben")).toBeVisible();
  });
});

test("in German: a pack that is bought first pays for it, and becomes an open charge", async ({ open, space }) => {
  const mira = await open(space.mira);
  await planGives(mira, { colour_pages: 20 });
  await aPack(mira, { name: "Farbe 50", unit: "colour_pages", quantity: 50, priceMinor: 900 });
  const copier = await aCopier(mira, space);
  await copier.send(space.ana, "Plakate", 30);
  const page = await open(space.ana, german);
  await page.goto("/print");
  await expect(waiting(page, "Plakate").getByText(split)).toBeVisible();

  await page.getByRole("button", { name: "Erst ein Paket kaufen, für Plakate" }).click();
  const question = page.getByRole("alertdialog", { name: "„Farbe 50“ kaufen?" });
  await expect(
    question.getByText(/^Sie bekommen sofort 50 Farbseiten, nutzbar bis \d+\. \p{L}+( \d+)?\.$/u),
  ).toBeVisible();
  await expect(question.getByText(/^Wir notieren 9,00\s\$ als offenen Posten für Ihre nächste Rechnung/)).toBeVisible();
  await question.getByRole("button", { name: "Für 9,00 $ kaufen" }).click();
  await expect(page.getByText("Gutgeschrieben: 50 Farbseiten")).toBeVisible();
  await expect(waiting(page, "Plakate").getByText("30 Farbseiten aus Ihrem Guthaben")).toBeVisible();
  await page.getByRole("button", { name: /^Drucken: Plakate/ }).click();
  await expect(page.getByText("„Plakate“ wird gedruckt")).toBeVisible();

  await page.getByRole("link", { name: "Guthaben", exact: true }).click();
  await expect(page.getByText("Paket „Farbe 50“").first()).toBeVisible();
  const charges = page.getByRole("region", { name: "Offene Posten" });
  await expect(charges.getByText("9,00 $", { exact: true })).toBeVisible();
});

/** The row of a document that waits. */
function waiting(page: Page, title: string) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
}
