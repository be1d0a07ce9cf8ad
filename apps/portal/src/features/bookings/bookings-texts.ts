import { formatPercent, plural, type WordsLike } from "@working-social/kernel";
import { locale } from "../../lib/locale.ts";
import { catalog } from "../../lib/texts/catalog.ts";
import { capital, you, your, type Whose } from "../../lib/texts/whose.ts";

const actions: Record<string, string> = {
  "booking.created": "booked it",
  "booking.held": "held it",
  "booking.changed": "changed it",
  "booking.cancelled": "cancelled it",
  "booking.fee_waived": "waived the fee",
  "booking.deleted": "deleted it",
  "booking.approved": "approved it",
  "booking.declined": "declined it",
  "booking.released": "let it go",
  "booking.expired": "ended the hold",
  "booking.request_reminded": "reminded the desk",
  "booking.request_expired": "ended the request, which nobody had answered",
  "booking.cancelled_by_house": "cancelled it for the space",
  "booking.unit_assigned": "assigned a place",
};

const asAgreed = (whose: Whose) => (whose === null ? "agreed when you booked" : "agreed with the booking");

const en = {
  title: "My bookings",
  subtitle: "What lies ahead, and what is over.",
  upcoming: "Upcoming",
  past: "Past",
  which: "Which bookings",
  more: "Show more",
  noUpcoming: "Nothing booked",
  noUpcomingText: "Rooms, booths and desks are a few seconds away, and you see the price first.",
  noPast: "Nothing here yet",
  noPastText: "What you booked stays here, with what it cost and why.",
  book: "Book a room or desk",
  asOf: (when: string) => `As it was on ${when}. What has changed since then shows when the connection is back.`,
  count: (n: number) => plural("en", n, { one: "1 booking shown", other: `${n} bookings shown` }),

  back: "My bookings",
  /** Where staff come from who look at somebody else's. */
  backToBoard: "Bookings",
  zone: (city: string, offset: string) => (city === offset ? city : `${city} time (${offset})`),
  severalZones: "In the order in which they happen; each time is that of its place.",
  when: "When",
  where: "Where",
  place: "Place",
  placeOnArrival: (whose: Whose) =>
    whose === null ? "You choose one when you arrive" : `${whose} chooses one on arrival`,
  forWhom: "For",
  price: "What it costs, and why",
  noPrice: "This booking came from an earlier system, without a price.",
  cancelledFee: (fee: string) => `Cancelled. ${fee} of it stays owed.`,
  cancelledFree: "Cancelled, free of charge.",
  cancelledKept: (credits: string, money: string, whose: Whose) =>
    money
      ? `Cancelled. ${credits} of ${your(whose)} credits stay used, and ${money} stays owed.`
      : `Cancelled. ${credits} of ${your(whose)} credits stay used.`,
  feeWaived: (because: string) => `The fee was waived: ${because}`,
  paidOpen: (amount: string) => `${amount} is on your open charges.`,
  paidByCredits: (amount: string) => `${amount} was paid by credits.`,
  openCharges: "Open charges",
  reason: (reason: string) => `Reason: ${reason}`,
  history: "History",
  action: (name: string) => actions[name] ?? name.replaceAll(/[._]/g, " "),

  heldTitle: (left: string, whose: Whose) => `Held for ${whose ?? "you"}, ${left} left`,
  heldText: "Confirm to keep it, or let it go. When the time is over it is free for everybody again.",
  unansweredTitle: "Not answered in time",
  unansweredText:
    "We are sorry: nobody answered before its time began, so it has ended. It cost nothing, and credits that were set aside for it are back.",
  heldOver: "No longer held: it is free for everybody again.",
  confirm: "Confirm",
  letGo: "Let it go",
  letGone: "Let go. It is free for everybody again.",
  confirmed: (name: string, whose: Whose) => (whose === null ? `${name} is yours` : `${name} is booked for ${whose}`),
  pendingTitle: "Somebody at the space looks at this first",
  pendingText: (whose: Whose) =>
    `${capital(you(whose, "hear", "hears"))} by e-mail. Until then nobody else can take it.`,
  declinedTitle: "This was declined",

  change: "Change",
  changeTitle: "Move, extend or shorten",
  room: "Room or desk",
  date: "Day",
  from: "From",
  to: "Until",
  endDate: "Ends on",
  inZone: (time: string) => `In ${time}.`,
  later: "30 min later",
  earlier: "30 min earlier",
  longer: "30 min longer",
  shorter: "30 min shorter",
  saveChange: "Save the change",
  noChange: "Nothing is different yet.",
  cannotYet: "It can't be changed to this.",
  endsBeforeStart: "It has to end after it starts. Say the day below if it ends on another one.",
  /** "1 h + $12.72" */
  priceBefore: (price: string) => `Before: ${price}`,
  saved: "Changed",
  samePrice: "The price stays the same.",
  titleField: "Title",
  titlePublic: "Others see the title",
  changedMeanwhile:
    "Somebody has changed this booking in the meantime. What you see now is how it is; your wish is still here.",

  cancel: "Cancel this booking",
  cancelTitle: "Cancel this booking?",
  cancelFree: "It costs nothing.",
  cancelFreeUntil: (until: string) => `It costs nothing until ${until}.`,
  cancelFee: (fee: string, percent: number, whose: Whose) =>
    `It costs ${whose === null ? "" : `${whose} `}${fee}: ${formatPercent(locale, percent / 100)} of the price, as ${asAgreed(whose)}.`,
  cancelKeeps: (kept: string, whose: Whose) => `${kept} of ${your(whose)} credits stay used.`,
  cancelKeepsPercent: (kept: string, percent: number, whose: Whose) =>
    percent > 0
      ? `${kept} of ${your(whose)} credits stay used: ${formatPercent(locale, percent / 100)}, as ${asAgreed(whose)}.`
      : `${kept} of ${your(whose)} credits stay used, as owed since the change.`,
  comesBack: (back: string, whose: Whose) => `${back} of ${your(whose)} credits come back.`,
  cameBack: (back: string, whose: Whose) => `${back} of ${your(whose)} credits are back.`,
  waive: "Waive the fee",
  waiveHint: (name: string) => `${name} pays nothing, and everything comes back.`,
  waiveReason: "Why it is waived",
  waiveReasonHint: "It stays in the history, and in the e-mail.",
  waiveReasonNeeded: "A reason is needed.",
  /** For staff, who pay nothing themselves. */
  cancelConfirmFor: (kept: string) => `Cancel with the fee of ${kept}`,
  cancelConfirmWaived: "Cancel, waive the fee",
  cancelConfirm: "Cancel the booking",
  cancelConfirmFee: (fee: string) => `Cancel and pay ${fee}`,
  cancelConfirmKept: (kept: string) => `Cancel and give up ${kept}`,
  cancelConfirmBoth: (fee: string, kept: string) => `Cancel, pay ${fee} and give up ${kept}`,
  keep: "Keep it",
  cancelReason: "Reason",
  cancelled: "Cancelled",
  bookAgain: "Book again",
};

export type BookingsTexts = WordsLike<typeof en>;
export const bookingsTexts = catalog<BookingsTexts>({ en, de: () => import("./bookings-texts.de.ts") });
