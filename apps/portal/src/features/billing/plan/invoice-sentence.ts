import type { DraftView } from "@working-social/billing/schema";
import { addDays, type LocalDate } from "@working-social/kernel";
import { amountWords } from "../shared/amount-words.ts";
import { nearDayWords } from "../shared/day-words.ts";
import type { PlanTexts } from "./plan-texts.ts";

/** "Tomorrow, 1 December, your invoice of $373.12 comes." What stands out is marked. */
export function invoiceSentence(draft: DraftView, today: LocalDate, texts: PlanTexts): string {
  const { outcome, issueDate, dueDate, dueMinor, currency } = draft;
  const day = nearDayWords(issueDate, today);
  if (outcome === "credit_note") return texts.comesBack(amountWords(dueMinor, currency));
  if (outcome === "carried") return texts.carried(day, amountWords(-dueMinor, currency));
  if (dueMinor === 0) return texts.nothingToPay(day);
  const [amount, due] = [amountWords(dueMinor, currency), nearDayWords(dueDate, today)];
  const soon = issueDate === today ? texts.today : issueDate === addDays(today, 1) ? texts.tomorrow : null;
  return soon === null ? texts.invoiceComes(day, amount, due) : texts.invoiceComesSoon(soon, day, amount, due);
}
