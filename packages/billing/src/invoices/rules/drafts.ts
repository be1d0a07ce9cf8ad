import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { taxInvoice } from "../../rules/index.ts";
import type { AccountFacts } from "../queries/account-facts.ts";
import type { Draft, DraftLine, DraftOutcome, DraftProblem, DraftWorld } from "./draft.ts";
import { CannotDraft } from "./draft.ts";
import { feeLines } from "./fee-lines.ts";
import { itemLines, usageLines } from "./usage-lines.ts";

/**
 * What an account is to get, from each seller and in each currency: the same for the preview and for the issue. A total below zero is
 * carried forward; where nothing is to come any more it becomes a credit note. Of nothing that has a price nothing is issued.
 * Throws CannotDraft.
 */
function draftsOf(world: DraftWorld, facts: AccountFacts): Draft[] {
  const lines = [...feeLines(world, facts), ...itemLines(world, facts), ...usageLines(world, facts)];
  const groups = Map.groupBy(lines, ({ sellerId, currency }) => `${sellerId} ${currency}`);
  return [...groups.values()].flatMap((group) => draftOf(world, facts, group));
}

/** The same for who only looks: a problem is an answer, and without drafts. */
export function draftsOrProblem(
  world: DraftWorld,
  facts: AccountFacts,
): { readonly drafts: Draft[]; readonly problem: DraftProblem | null } {
  try {
    return { drafts: draftsOf(world, facts), problem: null };
  } catch (error) {
    if (error instanceof CannotDraft) return { drafts: [], problem: error.problem };
    throw error;
  }
}

function draftOf(world: DraftWorld, facts: AccountFacts, lines: readonly DraftLine[]): Draft[] {
  const [first] = lines;
  if (!first || !lines.some(hasPrice)) return [];
  const seller = world.seller(first.sellerId);
  const outcome = outcomeOf(world, facts, lines);
  const signed = outcome === "credit_note" ? lines.map(credited) : lines;
  const totals = taxInvoice(signed.map(taxable), seller.priceMode);
  const serviceFrom = least(lines.map((line) => line.serviceFrom));
  const serviceUntil = greatest(lines.map((line) => line.serviceUntil));
  const { issueDate } = world;
  return [
    {
      account: facts.account,
      seller,
      currency: first.currency,
      outcome,
      lines: signed,
      totals,
      issueDate,
      taxPoint: seller.taxPoint === "invoice_date" ? issueDate : addDays(serviceUntil, -1),
      dueDate: addDays(issueDate, facts.account.paymentDays ?? seller.paymentDays),
      serviceFrom,
      serviceUntil,
    },
  ];
}

/** A free period has a price as well: it is on the invoice, and says so. */
function hasPrice({ amountMinor, item }: DraftLine): boolean {
  return amountMinor !== 0 || ("unitPriceMinor" in item.data && item.data.unitPriceMinor > 0);
}

function outcomeOf(world: DraftWorld, { contracts }: AccountFacts, lines: readonly DraftLine[]): DraftOutcome {
  const [first] = lines;
  const { dueMinor } = taxInvoice(lines.map(taxable), first ? world.seller(first.sellerId).priceMode : "net");
  if (dueMinor >= 0) return "invoice";
  const isOver =
    contracts.length > 0 &&
    contracts.every(({ endsOn, locationId }) => endsOn !== null && endsOn < world.place(locationId).today);
  return isOver ? "credit_note" : "carried";
}

function taxable({ amountMinor, tax }: DraftLine, place: number) {
  return { id: String(place), amountMinor, category: tax.category, basisPoints: tax.basisPoints };
}

/** On a credit note what comes back is above zero. */
function credited(line: DraftLine): DraftLine {
  return { ...line, amountMinor: 0 - line.amountMinor };
}

function least(days: readonly LocalDate[]): LocalDate {
  return days.reduce((one, other) => (other < one ? other : one));
}

function greatest(days: readonly LocalDate[]): LocalDate {
  return days.reduce((one, other) => (other > one ? other : one));
}
