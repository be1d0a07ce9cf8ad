import type { EInvoice } from "../../model/invoice.ts";
import type { RuleId } from "../../rules/check-invoice.ts";
import type { Change } from "../changes.ts";
import { LAWFUL } from "../lawful-invoice.ts";

/** An invoice that breaks a rule, made by a change of a lawful one, and which other rules the same change breaks. */
export type Mutation = readonly [invoice: EInvoice, ...others: readonly RuleId[]];

/** The changes, one after the other, of the lawful invoice. */
export const lawfulBut = (...changes: readonly Change[]): EInvoice =>
  changes.reduce((invoice, change) => change(invoice), LAWFUL);
