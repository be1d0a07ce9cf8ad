import type { EventsOf } from "@working-social/db";
import { emitter } from "@working-social/db";
import { z } from "zod";

/** `unit` with its currency where it is money; `quantity` in the unit's own steps (minutes, pages, minor units). */
const Quantity = { unit: z.string(), currency: z.string().nullable() };
const owner: { subject: ["person", "team"] } = { subject: ["person", "team"] };
const Allowances = z.array(z.looseObject({}));

/** What may happen in this domain. */
export const creditEvents = {
  "credits.taken_back": { ...owner, data: z.object({ ...Quantity, quantity: z.number(), taken: z.number() }) },
  "credits.overdraft_set": { ...owner, data: z.object({ ...Quantity, limit: z.number() }) },
  "plan.allowances_set": {
    subject: ["plan"] as ["plan"],
    data: z.object({ before: Allowances, after: Allowances, from: z.string() }),
  },
};

export type CreditEvent = EventsOf<typeof creditEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(creditEvents);
