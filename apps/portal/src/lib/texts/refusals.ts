import { formatList, plural, type WordsLike } from "@working-social/kernel";
import type { BookingCommandRefusal, BookingRefusal, LimitOwner } from "@working-social/booking/schema";
import { formatMinutes, formatPrice, type Format } from "../format.ts";
import { locale } from "../locale.ts";
import type { AppRefusal, EverywhereRefusal } from "../refusal.ts";
import { catalog, textsOf } from "./catalog.ts";
import { broughtSentence } from "./brought-refusals.ts";
import { creditUnitTexts } from "./credit-units.ts";
import { capital, you, your, type Whose } from "./whose.ts";

/** A sentence for each code: a refusal without one does not compile. */
export type Sentences<R extends { code: string }> = {
  [Code in R["code"]]: (refusal: Extract<R, { code: Code }>, format: Format, whose: Whose) => string;
};

const count = (n: number, one: string, other: string) => `${n} ${plural("en", n, { one, other })}`;

/** "You have", "Ana Ferreira’s team has" */
const has = (limit: LimitOwner, whose: Whose) =>
  limit === "team" ? capital(`${your(whose)} team has`) : capital(you(whose, "have", "has"));

const refused = "That was refused.";

const booking: Sentences<BookingRefusal> = {
  in_the_past: () => "That time has already begun.",
  closed: ({ whose, open, reason }, format) => {
    const what = whose === "location" ? "The space is closed then" : "It can't be booked at that hour";
    const why = reason ? ` (${reason})` : "";
    // Over midnight the same hours twice would say nothing: then each has its day.
    const isOneDay = new Set(open.map(({ startsAt }) => format.date(startsAt))).size < 2;
    const hours = open.map(
      ({ startsAt, endsAt }) => `${isOneDay ? "" : `${format.shortDay(startsAt)} `}${format.span(startsAt, endsAt)}`,
    );
    return hours.length > 0 ? `${what}${why}. Open ${formatList(locale, hours)}.` : `${what}${why}, all day.`;
  },
  too_short: ({ minMinutes }) => `The shortest booking here is ${formatMinutes(minMinutes)}.`,
  too_long: ({ maxMinutes }) => `The longest booking here is ${formatMinutes(maxMinutes)}.`,
  off_grid: ({ granularityMinutes }) => `Bookings start and end in steps of ${formatMinutes(granularityMinutes)}.`,
  too_little_notice: ({ noticeMinutes, earliestStartsAt }, format) =>
    `It needs ${formatMinutes(noticeMinutes)} of notice: from ${format.weekdayTime(earliestStartsAt)} on.`,
  too_late_for_approval: () =>
    "It needs an approval, and it has begun: nobody could answer in time. Choose a later time, or ask at the front desk.",
  // The end of a day is the midnight after it.
  too_far_ahead: ({ windowDays, latestEndsAt }, format, whose) =>
    `${whose ?? "You"} can book ${count(windowDays, "day", "days")} ahead: bookings end by ${format.shortDay(Date.parse(latestEndsAt) - 1)}.`,
  not_for_you: (_refusal, _format, whose) => `This one is not open to ${your(whose)} plan or role.`,
  too_many_at_once: ({ max, whose: limit }, _format, whose) => `${has(limit, whose)} ${max} at that time already.`,
  too_many_minutes_a_day: ({ maxMinutes, usedMinutes, whose: limit }, _format, whose) =>
    `${limit === "team" ? capital(`${your(whose)} team`) : (whose ?? "You")} may book ${formatMinutes(maxMinutes)} a day here; ${formatMinutes(usedMinutes)} of that day are used.`,
  too_many_upcoming: ({ max, whose: limit }, _format, whose) =>
    `${has(limit, whose)} ${count(max, "booking", "bookings")} ahead, which is the limit.`,
  too_many_holds: ({ max }, _format, whose) =>
    `${capital(you(whose, "hold", "holds"))} ${count(max, "time", "times")} already. Book one of them, or let one go.`,
  held_before: ({ againAt }, format, whose) =>
    `${whose ?? "You"} held this a moment ago, so others may have it first: hold it again from ${format.time(againAt)} on, or book it now.`,
  resource_archived: () => "It is no longer in use.",
  slot_taken: () => "Somebody else has it then.",
};

const things: Record<string, string> = {
  booking: "This booking",
  pack: "This pack",
  plan: "This plan",
  team: "This team",
  resource: "This room or desk",
  location: "This location",
  person: "This person",
  feed: "This calendar",
  floor: "This floor",
  unit: "This desk",
};

const statusWords: Record<string, string> = {
  held: "only held",
  pending_approval: "waiting for approval",
  confirmed: "confirmed",
  cancelled: "cancelled",
  declined: "declined",
  expired: "expired",
  deleted: "deleted",
};

const command: Sentences<BookingCommandRefusal> = {
  cannot_book: ({ refusals }, format, whose) =>
    refusals.map((refusal) => sentenceOf(booking, refusal, { format, whose, otherwise: refused })).join(" ") ||
    "This can't be booked.",
  price_changed: ({ quote }) =>
    `The price is ${formatPrice(quote.totalMinor, quote.currency)} now. Look at it again, then book.`,
  fee_changed: ({ feeMinor, currency, credits }) => {
    const units = textsOf(creditUnitTexts);
    const kept = credits.flatMap((one) => (one.kept > 0 ? [units.taken(one.unit, one.kept)] : []));
    const money = feeMinor > 0 || kept.length === 0 ? [formatPrice(feeMinor, currency)] : [];
    return `Cancelling costs ${formatList(locale, [...money, ...kept])} by now. Look at it again.`;
  },
  hold_expired: () => "The hold has run out, and the slot is free for everybody again.",
  wrong_state: ({ status }) => `That is not possible any more: the booking is ${statusWords[status] ?? status}.`,
  units_booked: ({ unitNames }) => `These have bookings ahead: ${formatList(locale, unitNames)}.`,
  currency_in_use: () => "There are bookings in the present currency, so it has to stay.",
};

const app: Sentences<EverywhereRefusal> = {
  ...command,
  not_found: ({ what }) => `${things[what] ?? "This"} does not exist, or not any more.`,
  not_allowed: () => "Your role does not allow this.",
  idempotency_key_reused: () => "This was already sent with other details. Try once more.",
  already_done: () => "This was done a while ago already. Reload to see how it stands now.",
  changed_meanwhile: () => "Somebody changed this in the meantime. Here is how it is now.",
  edited_meanwhile: () =>
    "Somebody else changed the same while you were editing. Nothing of theirs was overwritten, and what you typed is still here.",
  name_taken: ({ name }) => `There is already one called “${name}”.`,
  in_use: () => "It is in use, so it has to stay.",
  last_owner: () => "This is the only owner. Make somebody else an owner first.",
  invitation_used: () => "No invitation is open any more: they have signed in, or are suspended.",
  email_taken: ({ email }) => `Somebody with ${email} is here already.`,
  already_set_up: () => "This installation is set up already: sign in.",
  unknown_device: () => "No copier has this token (any more).",
  wrong_code: () => "Nobody has this code, or it is over.",
  too_many_codes: ({ retryAfterSeconds }) =>
    `Too many wrong codes. Try again in ${count(retryAfterSeconds, "second", "seconds")}.`,
  device_offline: ({ deviceName }) => `${deviceName} does not answer. Your document waits until it does.`,
  wrong_job_state: () => "This document was printed or ended in the meantime.",
  print_price_changed: ({ moneyMinor, currency }) =>
    `The price has changed: it would be ${formatPrice(moneyMinor, currency)} now.`,
  no_price: () => "Nobody has set a price for this kind of print yet. Ask the front desk.",
  price_twice: () => "Two rows have a price for the same thing.",
  bad_quantity: () => "That is no amount of credits: a whole number from 1 on.",
  unknown_unit: () => "There are no credits of this kind.",
  currency_mismatch: () => "Money needs a currency, and nothing else has one.",
  hold_over: () => "These credits were settled or given back in the meantime.",
  unit_needed: () => "Several kinds of credits were used here: say which of them.",
  bad_range: () => "The last day comes before the first, or the time is longer than two years.",
  overdraft_in_use: ({ owed }) => `More is owed already (${owed}): the limit can't be lower.`,
  allowance_twice: () => "The plan gives the same credits twice.",
  bad_amount: () => "These amounts don't add up.",
  below_zero: () => "That is more than is still open.",
  pack_price_changed: ({ priceMinor, currency }) =>
    `It costs ${formatPrice(priceMinor, currency)} now. Look at it again, then buy.`,
  pack_tax_unknown: () =>
    "This pack can’t be sold with its tax: the places where it is good charge different ones. Choose one place, or tax it when it is used.",
  bad_input: ({ issues }) =>
    plural("en", issues.length, { one: "One field needs another look.", other: "Some fields need another look." }),
  unauthenticated: () => "Your session has ended. Sign in again to go on.",
  too_many_requests: ({ retryAfterSeconds }) =>
    `That was a bit much at once. Try again in ${count(Math.max(1, Math.ceil(retryAfterSeconds)), "second", "seconds")}.`,
  unknown_host: () => "This server does not know the address that you opened.",
  password_too_common: () => "This is one of the first passwords that anybody would try. Think of another one.",
  wrong_set_up_code: () => "That is not the code that the server printed.",
  internal: ({ requestId }) =>
    requestId
      ? `Something went wrong on our side. If it stays, tell us ${requestId}.`
      : "Something went wrong on our side.",
  unavailable: () => "The database is away for a moment. Nothing is lost: try again.",
  offline: () => "There is no connection. What you typed stays here: try again.",
};

const issues: Record<string, string> = {
  invalid_type: "This is needed.",
  too_small: "This is too short or too small.",
  too_big: "This is too long or too large.",
  invalid_format: "This does not look right.",
  control_character: "This has invisible characters that can't be used.",
  unknown_time_zone: "No time zone has this name.",
  unknown_currency: "No currency has this code.",
  closes_before_it_opens: "It has to close after it opens.",
  ends_before_it_starts: "It has to end after it starts.",
  band_is_empty: "It has to end after it starts.",
  fees_fall: "The fee may only rise as the start comes nearer.",
  outside_the_floor: "A shape lies outside of the floor.",
  placed_twice: "Something stands in two places of this floor.",
  no_area: "A shape has no area.",
  out_of_range: "That is too far away in time.",
};

/** The sentence of a refusal; `otherwise` for a code that a newer server has. */
export function sentenceOf<R extends { code: string }>(
  sentences: Sentences<R>,
  refusal: R,
  { format, whose, otherwise }: { format: Format; whose: Whose; otherwise: string },
): string {
  // The table has a sentence for each code, which takes exactly that refusal; TypeScript can't follow the pair.
  const sentence = sentences[refusal.code as R["code"]] as
    | ((refusal: R, format: Format, whose: Whose) => string)
    | undefined;
  return sentence?.(refusal, format, whose) ?? otherwise;
}

const en = {
  booking: (refusal: BookingRefusal, format: Format, whose: Whose) =>
    sentenceOf(booking, refusal, { format, whose, otherwise: refused }),
  app: (refusal: AppRefusal, format: Format, whose: Whose) =>
    sentenceOf(app, refusal as EverywhereRefusal, {
      format,
      whose,
      otherwise: broughtSentence(refusal, format) ?? refused,
    }),
  issue: (code: string) => issues[code] ?? "This can't be taken as it is.",
  byRule: (name: string) => `Rule: ${name}`,
};

export type RefusalTexts = WordsLike<typeof en>;
export const refusalTexts = catalog<RefusalTexts>({ en, de: () => import("./refusals.de.ts") });
