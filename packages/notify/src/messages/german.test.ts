import { readerOf } from "@working-social/kernel";
import { expect, test } from "vitest";
import { accountChangedMessage } from "./account.ts";
import { bookingApprovedMessage } from "./booking.ts";
import { bookedForYouMessage, cancelledForYouMessage, changedForYouMessage } from "./booking-for-you.ts";
import { requestReminderMessage } from "./booking-news.ts";
import { invitationMessage } from "./invitation.ts";
import { signInCodeMessage } from "./sign-in-code.ts";

const reader = readerOf({ languages: ["de"], regions: ["DE"] });
const to = { to: "jonas@example.test", personName: "Jonas Weber", reader };
const facts = {
  ...to,
  resourceName: "Laterne",
  locationName: "Alter Hafen",
  timeZone: "Europe/Berlin",
  startsAt: "2026-11-26T13:00:00.000Z",
  endsAt: "2026-11-26T14:30:00.000Z",
  url: "https://space.example/bookings/1",
};

test("an approval", () => {
  const { subject, text, html } = bookingApprovedMessage(facts);
  expect(subject).toBe("Genehmigt: Laterne, Donnerstag, 26. November 2026, 14:00–15:30 Uhr MEZ");
  expect(text.split("\n\n")).toEqual([
    "Guten Tag Jonas Weber,",
    "Ihre Buchung ist genehmigt.",
    "Laterne, Alter Hafen",
    "Donnerstag, 26. November 2026, 14:00–15:30 Uhr MEZ",
    facts.url,
  ]);
  expect(html).toContain('<html lang="de">');
  expect(html).toContain(">Buchung ansehen</a>");
});

test("a price has German amounts, units in the right number, and a fee is one sentence", () => {
  const price = (quantity: number) => ({
    amountMinor: 123_450,
    currency: "EUR",
    credits: [
      { unit: "room_minutes" as const, quantity: 150 },
      { unit: "day_passes" as const, quantity },
    ],
  });
  const textOf = (quantity: number) => bookedForYouMessage({ ...facts, by: null, price: price(quantity) }).text;
  expect(textOf(1)).toContain("Ihr Coworking-Space hat das für Sie gebucht.");
  expect(textOf(1)).toContain(
    "Die Buchung kostet 1.234,50\u00A0€, 2\u00A0h\u00A030\u00A0min Raumguthaben und 1 Tagespass.",
  );
  expect(textOf(3)).toContain("und 3 Tagespässe.");
  const fee = { amountMinor: 600, currency: "EUR", credits: [] };
  expect(cancelledForYouMessage({ ...facts, by: "Mia", fee, waivedBecause: null, reason: "Krank" }).text).toContain(
    "Mia hat Ihre Buchung storniert.\n\nLaterne, Alter Hafen\n\n" +
      "Donnerstag, 26. November 2026, 14:00–15:30 Uhr MEZ\n\n" +
      "Die Stornogebühr beträgt 6,00\u00A0€; den Rest des Preises bekommen Sie zurück.\n\nGrund: Krank",
  );
});

test("a move says what it was and what it is", () => {
  const before = { ...facts, startsAt: "2026-11-25T13:00:00.000Z", endsAt: "2026-11-25T14:30:00.000Z" };
  const { text } = changedForYouMessage({ ...facts, by: "Mia", price: null, before });
  expect(text).toContain("Mia hat Ihre Buchung geändert.\n\nBisher: Laterne, Mittwoch, 25. November 2026");
  expect(text).toContain("Ab jetzt gilt:\n\nLaterne, Alter Hafen\n\nDonnerstag, 26. November 2026");
});

test("a request whose person nobody knows is whole sentences, too", () => {
  expect(requestReminderMessage({ ...facts, requestedBy: null }).text).toContain(
    "Eine Anfrage wartet noch auf Ihre Antwort.",
  );
});

test("a changed account, an invitation, a code", () => {
  const changed = accountChangedMessage({
    ...to,
    change: "passkey_added",
    at: facts.startsAt,
    url: "https://s.example",
  });
  expect(changed.subject).toBe("Ihrem Konto wurde ein Passkey hinzugefügt");
  expect(changed.text).toContain("Am 26. November 2026 um 13:00 UTC wurde Ihrem Konto ein Passkey hinzugefügt.");
  const invited = invitationMessage({ ...to, organizationName: "Kaiwerk", signInUrl: "https://s.example/sign-in" });
  expect(invited.subject).toBe("Einladung von Kaiwerk");
  expect(invited.text).toContain("Kaiwerk lädt Sie ein, Räume und Arbeitsplätze zu buchen.");
  const code = signInCodeMessage({ to: to.to, code: "012345", minutes: 10, purpose: "sign_in", language: "de" });
  expect(code.subject).toBe("012345 ist Ihr Anmeldecode");
  expect(code.text).toContain("Er gilt 10 Minuten lang und nur einmal.");
  expect(code.html).toContain('<html lang="de">');
});
