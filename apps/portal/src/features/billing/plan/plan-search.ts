/** What the panel is about: in the link, so that back closes it and a link opens it. */
export interface PlanSearch {
  /** An offer (offers.ts); every page loads this, so what can't be done is told apart on the page. */
  change?: string | undefined;
  /** Of several contracts the one that changes. */
  contract?: string | undefined;
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

export const readPlanSearch = ({ change, contract }: Record<string, unknown>): PlanSearch => ({
  change: text(change),
  contract: text(contract),
});
