import type { EventsOf } from "@working-social/db";
import { bare, changed, changedPerson, created, emitter } from "@working-social/db";

/** What may happen in this domain. Prices are minor units, days are calendar days. */
export const billingEvents = {
  "seller.created": created("seller"),
  "seller.updated": changed("seller"),
  "product.created": created("product"),
  "product.updated": changed("product"),
  "product.archived": bare("product"),
  "tax_rate.set": created("location"),
  "location.seller_assigned": created("location"),
  /** Who is billed: names, addresses and mails are personal. */
  "billing_account.updated": changedPerson("billing_account"),
};

export type BillingEvent = EventsOf<typeof billingEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(billingEvents);
