import { formatList, plural, type WordsLike } from "@working-social/kernel";
import { locale } from "../../lib/locale.ts";
import { catalog } from "../../lib/texts/catalog.ts";

/** What Home shows beside and after what comes first, or to whoever has nothing booked yet; its code comes after the page. */
const en = {
  nothingAhead: "Nothing booked",
  nothingAheadText:
    "Take something that is free now, or plan ahead: it takes a few seconds, and you see the price first.",
  feedTitle: "Your bookings in your own calendar",
  feedText: "Subscribe once, and Google, Apple or Outlook show every change by themselves.",
  feedAction: "Set it up",
  noLocation: "This space has no rooms yet",
  noLocationManager: "Add a location, its hours and its rooms. Then everybody can book.",
  noLocationMember: "Your space is being set up. Come back a little later.",
  setUpSpace: "Set up the space",
  /** 4:12 */
  heldFor: (left: string) => `Held for you, ${left} left`,
  nothingFree: "Everything is taken or closed right now",
  nothingFreeText: "Look at the day: the next free times are there.",
  seeDay: "See the day",
  freeNext: "Free next",
  takenNow: "Everything is taken right now.",
  closedNow: (opens: string) => `Closed now. Opens ${opens}.`,
  /** Begins with what the button shows. */
  bookThen: (length: string, name: string, when: string, price: string) => `${length}: book ${name}, ${when}, ${price}`,
  today: (place: string) => `Today at ${place}`,
  dayAt: (day: string, place: string) => `${day} at ${place}`,
  you: "you",
  strip: (name: string, count: number, mine: readonly string[]) => {
    const bookings =
      count === 0 ? "no bookings" : plural("en", count, { one: "1 booking", other: `${count} bookings` });
    return `${name}: ${bookings}${mine.length > 0 ? `, yours ${formatList(locale, mine)}` : ""}`;
  },
  closedToday: "Closed today.",
  comingUp: "Coming up",
  allBookings: "All my bookings",
};

export type BesideHomeTexts = WordsLike<typeof en>;
export const besideHomeTexts = catalog<BesideHomeTexts>({ en, de: () => import("./beside-home-texts.de.ts") });
