import { emitter } from "@working-social/db";
import type { EventsOf } from "@working-social/db";
import { z } from "zod";

/** What each batch of an import did; the rooms that it makes are told by booking. */
export const importEvents = {
  "bookings.imported": {
    subject: ["location"] as ["location"],
    data: z.object({ source: z.string(), counts: z.record(z.string(), z.number()) }),
  },
};

export type ImportEvent = EventsOf<typeof importEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(importEvents);
