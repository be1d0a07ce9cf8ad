import { plural, type WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  subtitle: (day: string, location: string) => `${day} · ${location}`,
  pending: "Waiting for you",
  nonePending: "Nothing waits for an approval.",
  asked: (who: string) => `${who} asks`,
  holds: "Held just now",
  heldBy: (who: string, until: string) => `${who}, until ${until}`,
  resources: "Now and next",
  book: "Book",
  /** Begins with what the button shows. */
  bookThing: (name: string) => `Book ${name} for a member`,
  table: "Each room and desk, now and next",
  resource: "Room or desk",
  now: "Now",
  next: "Next",
  free: "Free",
  freeUntil: (time: string) => `Free until ${time}`,
  closed: "Closed",
  opensAt: (time: string) => `Closed, opens ${time}`,
  busyUntil: (who: string, time: string) => `${who}, until ${time}`,
  unitsFree: (free: number, all: number) => `${free} of ${all} free`,
  nothingMore: "Nothing more today",
  nextAt: (time: string, who: string) => `${time} ${who}`,
  someone: "Somebody",
  upcoming: (n: number) => plural("en", n, { one: "1 booking", other: `${n} bookings` }),
  seeAll: "All of today",
  closedToday: "Closed today",
};

export type TodayTexts = WordsLike<typeof en>;
export const todayTexts = catalog<TodayTexts>({ en, de: () => import("./today-texts.de.ts") });
