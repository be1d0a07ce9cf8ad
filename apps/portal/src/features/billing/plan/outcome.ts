import type { ContractPreview, DraftView } from "@working-social/billing/schema";

/** What a change does to the next invoice. */
export interface Outcome {
  /** What would come with it; those that are the same without it are left out. */
  after: DraftView[];
  /** What would have come without it. */
  before: DraftView[];
}

/** null: the invoice is the same with the change and without it. */
export function outcomeOf({ before, after }: Pick<ContractPreview, "before" | "after">): Outcome | null {
  const known = new Set(before.map(signature));
  const kept = new Set(after.map(signature));
  const changed = {
    after: after.filter((draft) => !known.has(signature(draft))),
    before: before.filter((draft) => !kept.has(signature(draft))),
  };
  return changed.after.length + changed.before.length === 0 ? null : changed;
}

const signature = (draft: DraftView) => JSON.stringify(draft);

/** What is to be paid of it: below zero for what comes back. */
export function dueOf({ outcome, dueMinor }: Pick<DraftView, "outcome" | "dueMinor">): number {
  return outcome === "credit_note" ? -dueMinor : dueMinor;
}

/** What would be paid without the change, in the currency of a draft; null: there is none, or it is of another currency. */
export function withoutIt(before: readonly DraftView[], { currency, sellerId }: DraftView): number | null {
  const same = before.find((draft) => draft.currency === currency && draft.sellerId === sellerId);
  return same ? dueOf(same) : null;
}
