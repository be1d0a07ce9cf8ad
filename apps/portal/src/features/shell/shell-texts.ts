import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  home: "Home",
  book: "Book",
  myBookings: "My bookings",
  bookingsShort: "Bookings",
  credits: "Print and credits",
  creditsShort: "Credits",
  account: "Account",
  manage: "Manage",
  searchOrJump: "Search or jump",
  switchTo: (name: string) => `Go to ${name}`,
  signOut: "Sign out",
  person: (name: string) => `${name}: account and sign out`,
  offline: "No connection. You can go on reading; changes have to wait until it is back.",
  stale: "Live updates are interrupted. Trying to get them back.",
};

export type ShellTexts = WordsLike<typeof en>;
export const shellTexts = catalog<ShellTexts>({ en, de: () => import("./shell-texts.de.ts") });
