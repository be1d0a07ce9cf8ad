import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import type { PriceVersion, Timeline } from "../../rules/index.ts";
import type { Contract, ContractLine, Pause, Term } from "../schema.ts";

/** After every day that is counted: of what has no end. */
const NO_END = "9999-12-31";

/**
 * What a line of a contract costs, for the rules of money: nothing before the day from which it is billed, whatever was agreed before;
 * the discount is the plan's. null: nobody has said from when it is billed, so it costs nothing at all.
 */
export function timelineOf(contract: Contract, line: ContractLine): Timeline | null {
  if (contract.billFrom === null) return null;
  return {
    intervalMonths: contract.intervalMonths,
    start: contract.startsOn,
    billingDay: contract.billingDay,
    versions: billedVersions(line.terms, contract.billFrom),
    discount: line.kind === "plan" ? contract.discount : null,
    pauses: contract.pauses.map(({ startsOn, untilDay }) => ({ from: startsOn, until: untilDay ?? NO_END })),
    lastDay: contract.endsOn,
  };
}

/** The terms from the first billed day on: what counts on that day begins with it. */
function billedVersions(terms: readonly Term[], billFrom: LocalDate): PriceVersion[] {
  return terms.map((term) => ({
    id: term.id,
    from: term.validFrom < billFrom ? billFrom : term.validFrom,
    priceMinor: term.unitPriceMinor === null ? null : term.unitPriceMinor * term.quantity,
  }));
}

/** The term that counts on a day; null: none has begun. */
export function termOn({ terms }: Pick<ContractLine, "terms">, day: LocalDate): Term | null {
  return terms.findLast((term) => term.validFrom <= day) ?? null;
}

function isPausedOn({ pauses }: { pauses: readonly Pause[] }, day: LocalDate): boolean {
  return pauses.some(({ startsOn, untilDay }) => startsOn <= day && (untilDay === null || day < untilDay));
}

/** Whether the contract runs on a day, paused or not. */
export function runsOn({ startsOn, endsOn }: Pick<Contract, "startsOn" | "endsOn">, day: LocalDate): boolean {
  return startsOn <= day && (endsOn === null || day <= endsOn);
}

/** The plan that a membership gives on a day; null: none, or it is paused. */
export function planOn(contract: Contract, day: LocalDate): string | null {
  if (contract.kind !== "membership" || !runsOn(contract, day) || isPausedOn(contract, day)) return null;
  const line = contract.lines.find(({ kind }) => kind === "plan");
  return line ? (termOn(line, day)?.planId ?? null) : null;
}

/** The first day after a contract; null: it has no end. */
export function dayAfter({ endsOn }: Pick<Contract, "endsOn">): LocalDate | null {
  return endsOn === null ? null : addDays(endsOn, 1);
}
