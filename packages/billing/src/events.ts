import type { EventsOf } from "@working-social/db";
import { bare, changed, changedPerson, created, createdPerson, emitter } from "@working-social/db";
import { z } from "zod";

const seller: { subject: ["seller"] } = { subject: ["seller"] };

/** What may happen in this domain. Prices are minor units, days are calendar days. */
export const billingEvents = {
  /** Whom to ask there is personal. */
  "seller.created": createdPerson("seller"),
  "seller.updated": changedPerson("seller"),
  "seller.archived": bare("seller"),
  "seller.books_closed": changed("seller"),
  "seller.numbers_set": {
    ...seller,
    data: z.object({ kind: z.string(), changes: z.object({ pattern: z.tuple([z.string(), z.string()]) }) }),
  },
  "seller.logo_set": { ...seller, data: z.object({ type: z.string().nullable() }) },
  "product.created": created("product"),
  "product.updated": changed("product"),
  "product.archived": bare("product"),
  "tax_rate.set": created("location"),
  "location.seller_assigned": created("location"),
  "plan.version_published": created("plan"),
  "contract.signed": created("contract"),
  /** What was changed, as it was asked for. */
  "contract.changed": created("contract"),
  "billing_run.started": { subject: ["billing_run"] as ["billing_run"], data: z.object({ issueDate: z.string() }) },
  "billing_run.finished": bare("billing_run"),
  "invoice.issued": {
    subject: ["invoice"] as ["invoice"],
    data: z.object({
      kind: z.enum(["invoice", "credit_note"]),
      number: z.string(),
      billingAccountId: z.string(),
      currency: z.string(),
      dueMinor: z.number(),
    }),
  },
  /** Who is billed: names, addresses and mails are personal. */
  "billing_account.updated": changedPerson("billing_account"),
  "billing_account.contacts_set": changedPerson("billing_account"),
  "billing_account.vat_id_checked": {
    subject: ["billing_account"] as ["billing_account"],
    data: z.object({ source: z.string(), outcome: z.string() }),
    personal: z.object({
      vatId: z.string(),
      registeredName: z.string().nullable(),
      registeredAddress: z.string().nullable(),
      consultation: z.string().nullable(),
    }),
  },
};

export type BillingEvent = EventsOf<typeof billingEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(billingEvents);
