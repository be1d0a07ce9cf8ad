import { formatList, formatPercent, plural, type WordsLike } from "@working-social/kernel";
import type { ResourceKind, UnitQuantity } from "@working-social/booking/schema";
import { formatMinutes } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { catalog } from "../../lib/texts/catalog.ts";
import { costWords } from "../../lib/texts/credit-units.ts";

const count = (n: number, one: string, other: string) => `${n} ${plural("en", n, { one, other })}`;

const kindNames: Record<ResourceKind, { one: string; many: string }> = {
  room: { one: "room", many: "rooms" },
  booth: { one: "booth", many: "booths" },
  hot_desk: { one: "hot desk", many: "hot desks" },
  dedicated_desk: { one: "dedicated desk", many: "dedicated desks" },
  equipment: { one: "piece of equipment", many: "pieces of equipment" },
};

const noun = (kind: ResourceKind | null, n: number) => {
  const words = kind ? kindNames[kind] : { one: "place", many: "places" };
  return count(n, words.one, words.many);
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const en = {
  title: "Book",
  allTimes: (zone: string) => `All times are ${zone}`,
  view: "View",
  day: "Day",
  month: "Month",
  floorPlan: "Floor plan",
  inLabel: "in",
  locationName: "Location, ",

  wishes: "What you look for",
  forLabel: "for",
  people: (n: number) => count(n, "person", "people"),
  peopleName: "People, ",
  onLabel: "on",
  dateName: "Date, ",
  atLabel: "at",
  timeName: "Start, ",
  longLabel: "long",
  lengthName: "Length, ",
  length: formatMinutes,
  withLabel: "with",
  anything: "anything",
  wishCount: (first: string, more: number) => (more > 0 ? `${first} +${more}` : first),
  features: "It has",
  kinds: "It is a",
  kind: (kind: ResourceKind) => capital(kindNames[kind].one),
  noFeatures: "Nothing here has features to choose from yet.",
  clearWishes: "Clear",
  previousDay: "Previous day",
  nextDay: "Next day",
  results: (fitting: number, free: number, kind: ResourceKind | null) =>
    fitting === 0
      ? "Nothing here fits that"
      : `${noun(kind, fitting)} ${plural("en", fitting, { one: "fits", other: "fit" })} · ${free} free`,
  timeline: (day: string, location: string) => `${location}, ${day}`,
  gridHelp:
    "Arrow keys move by time and room, Page Up and Page Down by day, Home and End to opening and closing. Shift with left or right changes the length. Enter chooses.",
  hours: "Hours",
  rooms: "Rooms and desks",

  seats: (n: number) => `${n}`,
  seatCount: (n: number) => count(n, "seat", "seats"),
  seatsRead: (n: number) => `for ${count(n, "person", "people")}`,
  tooSmall: "too small",
  otherKind: "another kind",
  lacks: (features: readonly string[]) => `no ${formatList("en", features, "disjunction")}`,
  notForYou: "not in your plan",
  unitsFree: (free: number, all: number) => `${free} of ${all} free`,

  you: "You",
  /** Of what is chosen and not booked yet. */
  yourChoice: "Chosen",
  yours: "Yours",
  held: "Held",
  pending: "Waiting for approval",
  alsoFree: "also free",
  taken: "Taken",
  kept: "Kept free between bookings",
  closed: "Closed",
  free: "Free",
  chosen: "chosen",
  now: (time: string) => `Now, ${time}`,
  price: (minor: number, currency: string, credits: readonly UnitQuantity[]) =>
    costWords(minor, currency, credits, "no charge"),

  cell: (parts: readonly string[]) => parts.filter(Boolean).join(", "),
  spanRead: (from: string, to: string) => `${from} to ${to}`,
  panel: "Your booking",
  tooSmallNote: (name: string, people: number, seats: number) => `${name} seats ${seats}, and you look for ${people}.`,
  lacksNote: (name: string, features: readonly string[]) =>
    `${name} has no ${formatList(locale, features, "disjunction")}.`,
  otherKindNote: (name: string, kind: ResourceKind) => `${name} is a ${kindNames[kind].one}.`,
  instead: (name: string) => `Take ${name}`,

  noneTitle: (time: string) => `Nothing is free at ${time}`,
  noneFitTitle: "Nothing here fits that",
  noneFitText: "Fewer people or fewer wishes bring up more.",
  nearest: "Nearest that works",
  otherTimes: "At another time",
  otherRooms: "Then, with less",
  otherPlaces: "Then, elsewhere",
  misses: (parts: readonly string[]) => parts.join(" · "),
  missing: (wish: string) => (wish === "people" ? "too small" : wish === "kind" ? "another kind" : `no ${wish}`),
  searching: "Looking for what is near",
  noneAtAll: "Nothing near that time is free either. Try another day.",

  bookedTitle: "Booked",
  bookedPending: "Asked for",
  bookedPendingText: "Somebody at the space looks at it, and you will hear by e-mail.",
  seeBooking: "See the booking",
  bookAnother: "Book another",

  moveTitle: "Move the booking",
  moveHint: "Drag it to another time or room, or choose the new place with the keyboard.",
  moveFrom: (when: string) => `Was ${when}`,
  moveAction: "Move it",
  moveKeep: "Leave it as it was",
  moved: (name: string, when: string) => `Moved to ${name}, ${when}.`,
  moveSame: "Same price as before.",
  moveCosts: (more: string) => `${more} more than before.`,
  moveSaves: (less: string) => `${less} less than before.`,
  noResourcesTitle: "Nothing to book here yet",
  noResourcesText: "Rooms, booths and desks appear here as soon as the team adds them.",
  addResources: "Add the first room",
  noLocationTitle: "This space has no location yet",
  noLocationText: "A location has opening hours, a currency and the rooms in it. It comes first.",
  closedTitle: (day: string) => `Closed on ${day}`,
  closedReason: (reason: string) => `${reason}.`,
  nextOpen: (when: string) => `Next open: ${when}`,
  goNextOpen: (day: string) => `Go to ${day}`,
  notOpenSoon: "It does not open within the next few weeks.",
  loadErrorTitle: "The day could not be loaded",
  monthErrorTitle: "The month could not be loaded",
  roomDay: (name: string) => `${name}, the whole day`,
  allRooms: "All rooms and desks",
  freeUntil: (time: string) => `free until ${time}`,
  nextFree: (time: string) => `Next ${time}`,
  notFreeAnyMore: "Nothing more that day",
  choose: (what: string, time: string) => `${what}, ${time}`,
  seeDay: "The day of ",
  doesNotFit: "Does not fit",
  hint: "Press a time. Hold and drag for longer.",

  previousMonth: "Previous month",
  nextMonth: "Next month",
  thisMonth: "This month",
  whole: "The whole location",
  shownResource: "of",
  full: (percent: number) => formatPercent(locale, percent / 100),
  share: (percent: number) => `${formatPercent(locale, percent / 100)} booked`,
  closedShort: "closed",
  moreMine: (n: number) => `+${n} more`,
  monthDay: (parts: readonly string[]) => parts.filter(Boolean).join(", "),
  noBookingsThisMonth: "You have no bookings this month.",
  myMonth: "Yours this month",
};

export type BookTexts = WordsLike<typeof en>;
export const bookTexts = catalog<BookTexts>({ en, de: () => import("./book-texts.de.ts") });
