import type { Contract, ContractLine, Pause, Term } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";

/** What counts of a contract on a day, and what is agreed for later. */
export interface ContractNow {
  /** The price that counts; of one that has not begun, that with which it begins. null: no plan stands in it. */
  present: Term | null;
  /** Another plan, or other seats, that are agreed for later; the first of them. */
  coming: Term | null;
  /** The same plan at another price from a later day on, as its steps say. */
  priceStep: Term | null;
  /** The pause that runs. */
  paused: Pause | null;
  /** The first pause that is to come. */
  pauseAhead: Pause | null;
  isOver: boolean;
  hasBegun: boolean;
}

/** Reads a contract as of a day at its place. */
export function contractNow(contract: Contract, today: LocalDate): ContractNow {
  const hasBegun = contract.startsOn <= today;
  const day = hasBegun ? today : contract.startsOn;
  const terms = planLine(contract)?.terms ?? [];
  const present = terms.findLast(({ validFrom }) => validFrom <= day) ?? null;
  const later = terms.filter(({ validFrom }) => validFrom > day);
  const { pauses, endsOn } = contract;
  return {
    present,
    coming: later.find((term) => isOther(term, present)) ?? null,
    priceStep: later.find((term) => !isOther(term, present) && term.unitPriceMinor !== present?.unitPriceMinor) ?? null,
    paused: pauses.find(({ startsOn, untilDay }) => startsOn <= day && (untilDay === null || day < untilDay)) ?? null,
    pauseAhead: pauses.find(({ startsOn }) => startsOn > day) ?? null,
    isOver: endsOn !== null && endsOn < today,
    hasBegun,
  };
}

export function planLine({ lines }: Pick<Contract, "lines">): ContractLine | null {
  return lines.find(({ kind }) => kind === "plan") ?? null;
}

/** Whether somebody agreed to it: the steps of one price are none. */
function isOther(term: Term, present: Term | null): boolean {
  return term.planVersionId !== present?.planVersionId || term.quantity !== present?.quantity;
}
