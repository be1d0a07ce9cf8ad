import type { Reader } from "@working-social/kernel";
import { LANGUAGES, readerOf } from "@working-social/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml } from "../html.ts";
import { Message } from "../message.ts";
import { accountChangedMessage } from "./account.ts";
import type { MailedPrice } from "./amounts.ts";
import { bookingApprovedMessage, bookingDeclinedMessage, bookingPendingMessage } from "./booking.ts";
import {
  bookedForYouMessage,
  cancelledForYouMessage,
  changedForYouMessage,
  removedForYouMessage,
} from "./booking-for-you.ts";
import {
  cancelledByHouseMessage,
  requestExpiredMessage,
  requestMissedMessage,
  requestReminderMessage,
} from "./booking-news.ts";
import { invitationMessage } from "./invitation.ts";
import { signInCodeMessage } from "./sign-in-code.ts";

const english = readerOf({ languages: ["en"], regions: ["GB"] });

const facts = {
  to: "ana@example.test",
  personName: "Ana",
  reader: english,
  resourceName: "Lantern",
  locationName: "Old Harbour",
  timeZone: "Australia/Lord_Howe",
  startsAt: "2026-11-26T14:00:00.000Z",
  endsAt: "2026-11-26T15:30:00.000Z",
  url: "https://space.example/bookings/1",
};

const nothing: MailedPrice = { amountMinor: 0, currency: "EUR", credits: [] };

/** Every message, with a text in each place where people type. */
function messagesWith(text: string, reader: Reader = english): Message[] {
  const about = { ...facts, reader };
  return [
    signInCodeMessage({ to: facts.to, code: "012345", minutes: 10, purpose: "sign_in", language: reader.language }),
    accountChangedMessage({ ...about, personName: text, change: "passkey_added", at: facts.startsAt }),
    invitationMessage({ to: facts.to, personName: text, reader, organizationName: text, signInUrl: facts.url }),
    bookingApprovedMessage({ ...about, personName: text, resourceName: text, locationName: text }),
    bookingDeclinedMessage({ ...about, personName: text, resourceName: text, reason: text }),
    bookingPendingMessage({ ...about, requestedBy: text, resourceName: text }),
    requestReminderMessage({ ...about, requestedBy: text }),
    requestMissedMessage({ ...about, requestedBy: text }),
    requestExpiredMessage({ ...about, personName: text }),
    cancelledByHouseMessage({ ...about, reason: text }),
    bookedForYouMessage({ ...about, by: text, price: nothing }),
    changedForYouMessage({ ...about, by: text, price: nothing, before: { ...facts, resourceName: text } }),
    cancelledForYouMessage({ ...about, by: text, fee: nothing, waivedBecause: text, reason: text }),
    removedForYouMessage({ ...about, by: text, reason: text }),
  ];
}

describe.each(LANGUAGES)("every message in %s", (language) => {
  const reader = readerOf({ languages: [language], regions: [] });

  test("says in plain text what it says in HTML, whatever people are called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (name) => {
        for (const message of messagesWith(name, reader)) expect(Message.parse(message)).toEqual(message);
      }),
    );
  });

  test("lets no name turn the direction of what stands beside it, or break its line", () => {
    const [name, shown] = ["\u202Eeve\u2028ana", "\u2068\u202Eeve ana\u2069"];
    for (const { subject, text, html } of messagesWith(name, reader).slice(1)) {
      for (const part of [subject, text, html])
        expect(part.replaceAll(shown, ""), part).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029]/);
      expect(text).toContain(shown);
    }
  });

  test("lets no name become markup or another header", () => {
    const hostile = `</p><script>alert("1")</script>\r\nBcc: eve@evil.example`;
    for (const { subject, html } of messagesWith(hostile, reader)) {
      expect(html).not.toMatch(/<script|alert\("/);
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });

  test("is a whole document that says its language, with its address readable in the text", () => {
    for (const { html, text, subject } of messagesWith("Zoë", reader).slice(1)) {
      expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
      expect(html).toContain(`<title>${escapeHtml(subject)}</title>`);
      expect(text).toContain(facts.url.split("/bookings")[0]);
    }
  });
});

test("a booking's time is that of the clock on the wall of its location", () => {
  const { subject } = bookingApprovedMessage(facts);
  expect(subject).toContain("Friday");
  expect(subject).toContain("27 November 2026");
  expect(subject).toMatch(/01:00\s?[–-]\s?02:30/);
});

test.each([
  ["GB", /^Approved: Lantern, Thursday, 26 November 2026, 14:00–15:30 GMT$/],
  ["US", /^Approved: Lantern, Thursday, November 26, 2026, 2:00\s–\s3:30\sPM GMT$/],
])("an English reader in %s has the dates and hours of that region", (region, subject) => {
  const reader = readerOf({ languages: ["en"], regions: [region] });
  expect(bookingApprovedMessage({ ...facts, reader, timeZone: "Europe/London" }).subject).toMatch(subject);
});

test("a change of an account is told with its time in UTC, and what to do if it was not oneself", () => {
  const { subject, text } = accountChangedMessage({ ...facts, change: "password_changed", at: facts.startsAt });
  expect(subject).toBe("The password of your account was changed");
  expect(text).toContain("on 26 November 2026 at 14:00 UTC.");
  expect(text).toContain("If it was not, sign in with a code");
});

test("a password that rests is no alarm: what goes on working stands in the mail", () => {
  const { text } = accountChangedMessage({ ...facts, personName: "", change: "password_rests", at: facts.startsAt });
  expect(text).toMatch(/^Hello,\n/);
  expect(text).toContain("code from the mail, or with a passkey, as before");
});

test("a price is told in money and in each kind of credit, and a fee as what stays of it", () => {
  const price: MailedPrice = {
    amountMinor: 1250,
    currency: "EUR",
    credits: [
      { unit: "room_minutes", quantity: 150 },
      { unit: "day_passes", quantity: 1 },
    ],
  };
  const booked = bookedForYouMessage({ ...facts, by: "Ben", price });
  expect(booked.text).toContain("It costs €12.50, 2\u00A0h\u00A030\u00A0min of room credit and 1 day pass.");
  expect(bookedForYouMessage({ ...facts, by: "Ben", price: nothing }).text).toContain("It costs nothing.");
  expect(bookedForYouMessage({ ...facts, by: null, price: null }).text).toContain(
    "Your space has booked this for you.",
  );
  const cancelled = (fee: MailedPrice) =>
    cancelledForYouMessage({ ...facts, by: "Ben", fee, waivedBecause: null, reason: null }).text;
  expect(cancelled({ ...price, credits: [] })).toContain("Of its price, €12.50 stays as the cancellation fee");
  expect(cancelled(nothing)).toContain("There is no fee");
});

test("a change of words only says that time and place stay", () => {
  const same = changedForYouMessage({ ...facts, by: "Ben", price: nothing, before: facts });
  expect(same.text).toContain("its time and place stay");
  expect(same.text).not.toContain("It was");
});

test("the code stands in the subject, so that a phone shows it without opening the mail", () => {
  const { subject, text } = signInCodeMessage({
    to: facts.to,
    code: "012345",
    minutes: 10,
    purpose: "reset_password",
    language: "en",
  });
  expect(subject).toBe("012345 is your code for a new password");
  expect(text).toContain("10 minutes");
});
