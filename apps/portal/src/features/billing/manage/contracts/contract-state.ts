import type { Contract, ContractLine, Term } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";

/** Where a contract stands on a day, and what comes next. */
export type ContractState =
  | { id: "unpriced" | "running" }
  | { id: "coming" | "ending" | "ended"; day: LocalDate }
  | { id: "paused"; day: LocalDate | null };

export function stateOf(contract: Contract, today: LocalDate): ContractState {
  const { startsOn, endsOn, billFrom } = contract;
  if (endsOn !== null && endsOn < today) return { id: "ended", day: endsOn };
  if (billFrom === null) return { id: "unpriced" };
  const pause = pauseOn(contract, today);
  if (pause) return { id: "paused", day: pause.untilDay };
  if (endsOn !== null) return { id: "ending", day: endsOn };
  return startsOn > today ? { id: "coming", day: startsOn } : { id: "running" };
}

/** The pause that a day is in. */
function pauseOn({ pauses }: Pick<Contract, "pauses">, day: LocalDate) {
  return pauses.find(({ startsOn, untilDay }) => startsOn <= day && (untilDay === null || day < untilDay));
}

export function planLineOf({ lines }: Pick<Contract, "lines">): ContractLine | undefined {
  return lines.find(({ kind }) => kind === "plan");
}

/** What counts of a line on a day; before its first day, what it begins with. */
export function termOn(line: ContractLine | undefined, day: LocalDate): Term | undefined {
  return line?.terms.findLast(({ validFrom }) => validFrom <= day) ?? line?.terms[0];
}

/** Which changes make sense of a contract today; the server decides on each. */
export function changesOf(contract: Contract, today: LocalDate) {
  const { id: state } = stateOf(contract, today);
  const isPriced = contract.billFrom !== null;
  const line = planLineOf(contract);
  const isOver = state === "ended";
  const present = termOn(line, today);
  const isComing = (term: Term) =>
    term.validFrom > today && (term.planVersionId !== present?.planVersionId || term.quantity !== present?.quantity);
  return {
    billing: !isPriced && line !== undefined && !isOver,
    plan: isPriced && line !== undefined && !isOver,
    seats: isPriced && line !== undefined && !isOver,
    pause: !isOver,
    resume: contract.pauses.some(({ untilDay }) => untilDay === null || untilDay > today),
    end: !isOver || contract.endsOn === null,
    undoPlan: isPriced && (line?.terms.some(isComing) ?? false),
    undoPause: contract.pauses.some(({ startsOn }) => startsOn > today),
    undoEnd: contract.endsOn !== null && contract.endsOn >= today,
  };
}
