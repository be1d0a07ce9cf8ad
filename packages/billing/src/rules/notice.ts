import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { addMonths, laterDay } from "./days.ts";
import { requireNotNegative } from "./minor.ts";
import type { PeriodTerms } from "./periods.ts";
import { periodAt } from "./periods.ts";

/** How long before the end a contract has to be cancelled. 0: at once. */
export interface Notice {
  readonly unit: "days" | "months";
  readonly count: number;
}

/** When a contract may end. */
export interface CancellationTerms extends PeriodTerms {
  readonly notice: Notice;
  /** It lasts at least so many months from its start; 0: as short as may be. */
  readonly minimumTermMonths: number;
  /** Whether it ends only with a period, or on any day. */
  readonly endsWithPeriod: boolean;
}

/**
 * The earliest last day of a contract that is cancelled on `givenOn`: by the end of it the notice has run out and the minimum
 * term is over; where the contract ends with a period, it is that period's last day.
 *
 * The day of the cancellation isn't counted: 14 days from 1 May end with 15 May, a month from 31 January with the last day of
 * February (BGB §§ 187 and 188; Regulation 1182/71, article 3). The minimum term is counted as periods are. A contract whose notice
 * has run out before it starts never begins: the answer is the day before. Throws RangeError for counts below zero or of no
 * whole number.
 */
export function earliestLastDay(terms: CancellationTerms, givenOn: LocalDate): LocalDate {
  const noticeOver = endOfNotice(terms.notice, givenOn);
  const termOver = addDays(addMonths(terms.start, requireNotNegative(terms.minimumTermMonths)), -1);
  const earliest = laterDay(noticeOver, termOver);
  if (earliest < terms.start || !terms.endsWithPeriod) return earliest;
  return addDays(periodAt(terms, earliest).until, -1);
}

function endOfNotice({ unit, count }: Notice, givenOn: LocalDate): LocalDate {
  requireNotNegative(count);
  return unit === "days" ? addDays(givenOn, count) : addMonths(givenOn, count);
}
