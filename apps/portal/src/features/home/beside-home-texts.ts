import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

/** What Home shows to whoever has nothing booked, no calendar or no rooms yet; its code comes after the page. */
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
};

export type BesideHomeTexts = WordsLike<typeof en>;
export const besideHomeTexts = catalog<BesideHomeTexts>({ en, de: () => import("./beside-home-texts.de.ts") });
