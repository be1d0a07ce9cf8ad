import type { LocalDate } from "@working-social/kernel";
import { periodAt, periodOf } from "../../rules/index.ts";
import type { PeriodTerms } from "../../rules/index.ts";
import type { PlanVersionView } from "../../plans/schema.ts";
import type { Contract, ContractLine, Term } from "../schema.ts";
import type { ContractWrites } from "./change.ts";

/** The periods of a contract, for the rules that count them. */
export function periodTermsOf(contract: Pick<Contract, "intervalMonths" | "billingDay" | "startsOn">): PeriodTerms {
  return { intervalMonths: contract.intervalMonths, billingDay: contract.billingDay, start: contract.startsOn };
}

/** The first day of the next period: of today's, or of the first when the contract has not begun. */
export function renewalAfter(contract: Contract, day: LocalDate): LocalDate {
  return periodAt(periodTermsOf(contract), day < contract.startsOn ? contract.startsOn : day).until;
}

/** What a version costs from a day on: a term for each step of its prices, counted in periods from that of the day. */
export function termsOf(
  version: PlanVersionView,
  quantity: number,
  from: { readonly day: LocalDate; readonly terms: PeriodTerms; readonly newId: () => string },
): Term[] {
  const first = periodAt(from.terms, from.day).index;
  return version.prices.map(({ fromPeriod, priceMinor }) => ({
    id: from.newId(),
    validFrom: fromPeriod === 0 ? from.day : periodOf(from.terms, first + fromPeriod).from,
    planVersionId: version.id,
    planId: version.planId,
    planName: version.planName,
    unitPriceMinor: priceMinor,
    quantity: version.isPerSeat ? quantity : 1,
  }));
}

/** A line whose terms from a day on are others: those that began later, or on that very day, count no more. */
export function withTerms(
  line: ContractLine,
  terms: readonly Term[],
  from: LocalDate,
): { readonly line: ContractLine; readonly writes: Pick<ContractWrites, "withdrawnTermIds" | "newTerms"> } {
  const stays = line.terms.filter((term) => term.validFrom < from);
  const goes = line.terms.filter((term) => term.validFrom >= from);
  return {
    line: { ...line, terms: [...stays, ...terms] },
    writes: {
      withdrawnTermIds: goes.map(({ id }) => id),
      newTerms: terms.map((term) => ({ ...term, lineId: line.id })),
    },
  };
}

/** The contract with one of its lines replaced. */
export function withLine(contract: Contract, line: ContractLine): Contract {
  return { ...contract, lines: contract.lines.map((one) => (one.id === line.id ? line : one)) };
}
