import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  goTo: "Go to",
  calendars: "Calendar feeds",
  plan: "My plan",
  invoices: "My invoices",
  actions: "Actions",
  rooms: "Rooms and desks",
  upcoming: "My next bookings",
  locations: "Locations",
  bookThing: (name: string) => `Book ${name}`,
  showLocation: (name: string) => `Show ${name}`,
  lightTheme: "Light theme",
  darkTheme: "Dark theme",
  systemTheme: "Theme of this device",
  /** In the box, before anything is typed: what wish/wish-texts.ts understands. Longer does not fit on a phone. */
  wishExample: "Try “tomorrow, 6 people”",
  find: "Find a place",
  findWish: (what: string) => `Find: ${what}`,
  kinds: {
    room: "room",
    booth: "booth",
    hot_desk: "desk",
    dedicated_desk: "dedicated desk",
    equipment: "equipment",
  },
};

/** What ⌘K shows. */
export type FindTexts = WordsLike<typeof en>;
export const findTexts = catalog<FindTexts>({ en, de: () => import("./find-texts.de.ts") });
