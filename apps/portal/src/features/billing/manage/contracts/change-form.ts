import type { Contract, ContractChange } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { planLineOf, termOn } from "./contract-state.ts";

/** What can be changed by a form; what was agreed for later is taken back by a question. */
export const CHANGES = ["billing", "plan", "seats", "pause", "resume", "end"] as const;
export type ChangeKind = (typeof CHANGES)[number];

export function isChangeKind(kind: string | null): kind is ChangeKind {
  return CHANGES.some((one) => one === kind);
}

/** Everything that the forms of changes ask for. */
export interface ChangeFields {
  planVersionId: string;
  quantity: number | null;
  when: "renewal" | "day";
  day: LocalDate;
  untilDay: LocalDate;
  billingDay: number | null;
}

export function fieldsOf(contract: Contract, today: LocalDate, earliestEnd: LocalDate, kind: ChangeKind): ChangeFields {
  const term = termOn(planLineOf(contract), today);
  const first = contract.startsOn > today ? contract.startsOn : today;
  return {
    planVersionId: term?.planVersionId ?? "",
    quantity: term?.quantity ?? 1,
    when: "renewal",
    day: kind === "end" ? earliestEnd : first,
    untilDay: "",
    billingDay: contract.billingDay,
  };
}

/** The change that a form asks for; null while something of it is missing. */
export function changeOf(kind: ChangeKind, fields: ChangeFields): ContractChange | null {
  const { planVersionId, quantity, when, day, untilDay, billingDay } = fields;
  const from = when === "renewal" ? ("renewal" as const) : { on: day };
  const hasDay = day !== "";
  const hasFrom = when === "renewal" || hasDay;
  switch (kind) {
    case "billing":
      return planVersionId === "" || quantity === null || !hasDay
        ? null
        : { kind, planVersionId, quantity, billingDay, billFrom: day };
    case "plan":
      return planVersionId === "" || quantity === null || !hasFrom ? null : { kind, planVersionId, quantity, from };
    case "seats":
      return quantity === null || !hasFrom ? null : { kind, quantity, from };
    case "pause":
      return hasDay ? { kind, startsOn: day, untilDay: untilDay === "" ? null : untilDay } : null;
    case "resume":
      return hasDay ? { kind, on: day } : null;
    case "end":
      return hasDay ? { kind: "cancel", lastDay: day } : null;
  }
}
