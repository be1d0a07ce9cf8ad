import { bare, emitter } from "@working-social/db";
import type { EventsOf } from "@working-social/db";
import { z } from "zod";

/** What may happen to calendar feeds. */
export const feedEvents = {
  "feed.created": {
    subject: ["feed"] as ["feed"],
    data: z.object({ kind: z.string(), resourceId: z.string().nullable(), locationId: z.string().nullable() }),
  },
  "feed.revoked": bare("feed"),
};

export type FeedEvent = EventsOf<typeof feedEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(feedEvents);
