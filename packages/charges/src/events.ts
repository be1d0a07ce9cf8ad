import type { EventsOf } from "@working-social/db";
import { bare, changed, created, emitter } from "@working-social/db";
import { z } from "zod";

const owner: { subject: ["person", "team"] } = { subject: ["person", "team"] };
const Quantity = { unit: z.string(), currency: z.string().nullable(), quantity: z.number() };

/** What may happen in this domain. Prices are minor units. */
export const chargeEvents = {
  "credits.given": { ...owner, data: z.object(Quantity) },
  "credits.pack_bought": {
    ...owner,
    data: z.object({
      packId: z.string(),
      name: z.string(),
      unit: z.string(),
      quantity: z.number(),
      priceMinor: z.number(),
      priceCurrency: z.string(),
    }),
  },
  "pack.created": created("pack"),
  "pack.updated": changed("pack"),
  "pack.archived": bare("pack"),
};

export type ChargeEvent = EventsOf<typeof chargeEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(chargeEvents);
