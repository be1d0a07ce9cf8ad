import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  title: "Calendar feeds",
  subtitle: "Your bookings in the calendar that you use anyway. Changes and cancellations arrive by themselves.",
  mine: "My bookings",
  mineText:
    "One address for all your bookings, in every location. Whoever has it can read them, so treat it like a key.",
  create: "Create the address",
  name: "Name",
  nameHint: "So that you know later where you put it.",
  defaultName: "My calendar",
  resources: "A location, a room or a desk",
  resourcesText:
    "What is booked in one room or in all of a location, for a screen at the door or a shared calendar. Without names; titles only where they are public.",
  resource: "Of",
  wholeLocation: (name: string) => `All of ${name}`,
  createForResource: "Create an address for it",
  createdTitle: "Here is the address. It is shown this once.",
  createdText: "Copy it into your calendar now. If it gets lost, revoke it and make another.",
  copy: "Copy the address",
  copied: "Copied. Now add it to your calendar.",
  openInCalendar: "Open in this device’s calendar",
  done: "I have it",
  howTo: "How to add it",
  google: "Google: Other calendars → + → From URL, paste, Add calendar. It looks for changes every few hours.",
  apple:
    "Apple: File → New Calendar Subscription (on iPhone: Calendars → Add Calendar → Add Subscription Calendar), paste.",
  outlook: "Outlook: Add calendar → Subscribe from web, paste, Import.",
  existing: "Addresses in use",
  none: "None yet.",
  ofResource: (name: string) => `Bookings of ${name}`,
  ofMine: "My bookings",
  since: (day: string) => `since ${day}`,
  revoke: "Revoke",
  revokeName: (name: string) => `Revoke ${name}`,
  revokeTitle: "Revoke this address?",
  revokeText: (name: string) => `Calendars that use “${name}” stop getting changes. It can’t be brought back.`,
  revokeConfirm: "Revoke the address",
  revoked: "Revoked. Nobody can read it any more.",
};

export type FeedsTexts = WordsLike<typeof en>;
export const feedsTexts = catalog<FeedsTexts>({ en, de: () => import("./feeds-texts.de.ts") });
