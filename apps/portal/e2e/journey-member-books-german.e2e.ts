import type { Page } from "@playwright/test";
import { chooseDay } from "./support/choose-day.ts";
import { planGives } from "./support/credits.ts";
import { onlyEvent } from "./support/feed.ts";
import { at, codeFor, dayIn, expect, test } from "./support/test.ts";

const german = { locale: "de-DE" };
// In a pattern \s, where a no-break space keeps a number with its unit.

// The same way as in journey-member-books.e2e.ts, in the words that somebody reads whose browser asks for German.
test("in German: a member signs in by code, finds a room, pays with credits, sees it in the calendar, moves and cancels it", async ({
  open,
  space,
}) => {
  await planGives(await open(space.mira), { room_minutes: 60 });
  const page = await open(null, german);
  await test.step("sign in by e-mail code", async () => {
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
    await page.getByLabel("E-Mail").fill(space.ana.email);
    await page.getByRole("button", { name: "Code schicken" }).click();
    await page.getByLabel("Code").fill(await codeFor(space.ana.email));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Guten (Morgen|Tag|Abend), Ana$/);
  });
  const feed = await test.step("subscribe to the calendar", () => createFeed(page));
  const tomorrow = dayIn(space.timeZone, 1);

  await test.step("find a room for six tomorrow at 14:00", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Buchen", exact: true }).click();
    await page.getByRole("combobox", { name: /^Personen/ }).selectOption("6");
    const words = { date: /^Datum/, dialog: "Datum wählen", next: "Nächster Monat", locale: "de-DE" };
    await chooseDay(page, tomorrow, words);
    await page.getByRole("combobox", { name: /^Beginn/ }).selectOption("14:00");
    await page.getByRole("combobox", { name: /^Dauer/ }).selectOption("90");
    await expect(page.getByText("1 Raum passt · 1 frei")).toBeVisible();
  });
  await test.step("see the price and why, then book", async () => {
    const panel = page.getByRole("complementary", { name: "Ihre Buchung" });
    await expect(panel.getByRole("heading", { name: "Lantern" })).toBeVisible();
    // On the last day of a month, tomorrow is paid by the next one's plan.
    await expect(panel.getByRole("term").getByText(/^1\sh aus Ihrem Tarif( für \S+)?/)).toBeVisible();
    await expect(panel.getByText("30 min × 24,00 $", { exact: true })).toBeVisible();
    await expect(panel.getByText("12,00 $", { exact: true })).toBeVisible();
    await expect(panel.getByText("12,72 $")).toBeVisible();
    await expect(panel.getByRole("status").getByText(/Tarif.* \(.*\), 30\smin × 24,00\s\$ = 12,00\s\$/)).toBeAttached();
    await expect(panel.getByText(/^Bis .*\sUhr kostenlos stornierbar\. Danach zahlen Sie die Hälfte/)).toBeVisible();
    await panel.getByLabel(/^Titel/).fill("Teambesprechung");
    await panel.getByRole("button", { name: "Lantern buchen" }).click();
    await expect(page.getByText("Lantern ist für Sie gebucht")).toBeVisible();
  });
  await test.step("it is in the calendar feed", async () => {
    const event = await onlyEvent(page, feed);
    expect(event.summary).toContain("Teambesprechung");
    expect(event.startDate.toJSDate().toISOString()).toBe(at(tomorrow, "14:00", space.timeZone));
  });
  await test.step("move it by half an hour", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Meine Buchungen" }).click();
    await page.getByRole("link", { name: /Lantern/ }).click();
    await page.getByRole("button", { name: "Ändern", exact: true }).click();
    await page.getByRole("button", { name: "30 min später" }).click();
    await expect(page.getByText("Der Preis bleibt gleich.")).toBeVisible();
    await page.getByRole("button", { name: "Änderung speichern" }).click();
    await expect(page.getByText("14:30–16:00").first()).toBeVisible();
  });
  await test.step("cancel it, free of charge", async () => {
    await page.getByRole("button", { name: "Buchung stornieren" }).click();
    const question = page.getByRole("alertdialog", { name: "Diese Buchung stornieren?" });
    await expect(question.getByText(/^Bis .*\sUhr kostet das nichts\.$/)).toBeVisible();
    await expect(question.getByText("Sie bekommen 1 h auf Ihr Guthaben zurückgebucht.")).toBeVisible();
    await question.getByRole("button", { name: "Buchung stornieren" }).click();
    await expect(page.getByText("Kostenlos storniert.")).toBeVisible();
    const event = await onlyEvent(page, feed);
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });
  await test.step("the credit is back, and the ledger says why", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Drucken und Guthaben" }).click();
    await page.getByRole("link", { name: "Dieses Guthaben erklären: Raumstunden" }).click();
    const table = page.getByRole("group", { name: /^Raumstunden, .*: alle Bewegungen$/ });
    await expect(table).toBeVisible();
    if (tomorrow.day === 1) return;
    const back = table.getByRole("row", { name: /Lantern Zurückgebucht/ }).last();
    await expect(back.getByRole("cell", { name: "+1 h" })).toBeVisible();
  });
});

test("in German: cancelling late says which credits come back and which stay used", async ({ open, space }) => {
  await planGives(await open(space.mira), { room_minutes: 60 });
  const page = await open(space.ana, german);
  // Between two and three hours ahead: half of it is owed by then.
  const now = Temporal.Now.zonedDateTimeISO(space.timeZone);
  const start = now.add({ hours: 2 }).round({ smallestUnit: "hour", roundingMode: "ceil" });
  const [date, time] = [start.toPlainDate().toString(), start.toPlainTime().toString({ smallestUnit: "minute" })];
  await page.goto(`/book?date=${date}&time=${time}&minutes=60&people=6&resource=${space.resources["Lantern"]}`);
  const panel = page.getByRole("complementary", { name: "Ihre Buchung" });
  await expect(panel.getByText("Nichts zu zahlen")).toBeVisible();
  await expect(
    panel.getByText(/^Stornieren kostet jetzt die Hälfte, ab .*\sUhr den vollen Preis, und zwar vom Guthaben\.$/),
  ).toBeVisible();
  await panel.getByRole("button", { name: "Lantern buchen" }).click();
  await expect(page.getByText("Lantern ist für Sie gebucht")).toBeVisible();
  await page.goto("/bookings");
  await page.getByRole("link", { name: /Lantern/ }).click();
  await page.getByRole("button", { name: "Buchung stornieren" }).click();
  const question = page.getByRole("alertdialog");
  await expect(
    question.getByText("Das kostet 30 min Ihres Guthabens: 50 %, wie bei der Buchung vereinbart."),
  ).toBeVisible();
  await expect(question.getByText("Sie bekommen 30 min auf Ihr Guthaben zurückgebucht.")).toBeVisible();
  await question.getByRole("button", { name: "Stornieren und auf 30 min verzichten" }).click();
  await expect(page.getByText("Storniert. Das kostet 30 min Ihres Guthabens.")).toBeVisible();
});

async function createFeed(page: Page): Promise<string> {
  await page.getByRole("navigation").getByRole("link", { name: "Konto" }).click();
  await page.getByRole("link", { name: /Kalenderabos/ }).click();
  await page.getByRole("button", { name: "Adresse erstellen" }).click();
  const address = page.locator("code");
  await expect(address).toHaveText(/\/calendar\/\S+\.ics$/);
  return (await address.textContent()) ?? "";
}
