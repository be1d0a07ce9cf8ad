import type { Contract, ContractChange } from "@working-social/billing/schema";
import { addMonths } from "@working-social/billing/rules";
import { addDays, type LocalDate } from "@working-social/kernel";
import type { PlanChoice } from "./choices.ts";
import { contractNow } from "./contract-now.ts";

/** From when: the next period, today, or a day that was chosen. */
export type When = { kind: "renewal" } | { kind: "today" } | { kind: "day"; day: LocalDate };

export interface PlanDraft {
  choice: PlanChoice | null;
  quantity: number;
  when: When;
}

/** What the contract would be asked to do; null: nothing would change. */
export function planChange(
  contract: Contract,
  { choice, quantity, when }: PlanDraft,
  today: LocalDate,
): ContractChange | null {
  const { present } = contractNow(contract, today);
  if (!choice || !present) return null;
  const isSamePlan = choice.versionId === present.planVersionId;
  const seats = choice.isPerSeat ? quantity : 1;
  const from = when.kind === "renewal" ? "renewal" : { on: when.kind === "today" ? today : when.day };
  if (!isSamePlan) return { kind: "plan", planVersionId: choice.versionId, quantity: seats, from };
  return seats === present.quantity ? null : { kind: "seats", quantity: seats, from };
}

/** The day from which a change counts. */
export function dayOfWhen(when: When, days: { renewsOn: LocalDate; today: LocalDate }): LocalDate {
  if (when.kind === "day") return when.day;
  return when.kind === "today" ? days.today : days.renewsOn;
}

/** How often one pays can only change with the next period. */
export function whensFor(contract: Contract, choice: PlanChoice | null): When["kind"][] {
  const isOtherInterval = choice !== null && choice.intervalMonths !== contract.intervalMonths;
  return isOtherInterval ? ["renewal"] : ["today", "renewal", "day"];
}

export interface PauseDraft {
  startsOn: LocalDate;
  /** The first day that counts again; null: until it is resumed. */
  untilDay: LocalDate | null;
}

/** The whole of the next period: what people mean most often, and nothing that was paid for already comes back. */
export function firstPause({ renewsOn }: { renewsOn: LocalDate }, intervalMonths: number): PauseDraft {
  return { startsOn: renewsOn, untilDay: addMonths(renewsOn, intervalMonths) };
}

export function pauseChange({ startsOn, untilDay }: PauseDraft, today: LocalDate): ContractChange | null {
  if (startsOn <= today || (untilDay !== null && untilDay <= startsOn)) return null;
  return { kind: "pause", startsOn, untilDay };
}

/** The first day on which a pause can be over: today, or tomorrow where it begins only today. */
export function firstResume(contract: Contract, today: LocalDate): LocalDate {
  const { paused } = contractNow(contract, today);
  return paused !== null && paused.startsOn >= today ? addDays(today, 1) : today;
}
