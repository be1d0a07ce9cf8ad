import type { Catalog, WordsLike } from "@working-social/kernel";
import { german } from "./feed-texts.de.ts";

const english = {
  /** Instead of a title that is nobody else's business. */
  booked: "Booked",
  /** In the feed of a location: which room first, since a month view shows little else. */
  inRoom: (room: string, shown: string) => `${room}: ${shown}`,
  held: (until: string) => `Held until ${until}. Confirm it to keep it.`,
  pending: "Waiting for approval.",
  declined: (reason: string | null) => (reason === null ? "Declined." : `Declined: ${reason}`),
  cancelled: (reason: string | null) => (reason === null ? "Cancelled." : `Cancelled: ${reason}`),
};

export type FeedTexts = WordsLike<typeof english>;
export const feedTexts: Catalog<FeedTexts> = { en: english, de: german };
