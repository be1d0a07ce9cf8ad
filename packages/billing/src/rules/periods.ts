import type { LocalDate } from "@working-social/kernel";
import { addMonths } from "./days.ts";

/** A half-open span of days [from, until). */
export interface DaySpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** When a contract's periods begin. */
export interface PeriodTerms {
  /** Whole months, at least 1. */
  readonly intervalMonths: number;
  /** The first day of the contract. */
  readonly start: LocalDate;
  /** 1–28: periods begin on this day of the month. null: on the day of the start, which is cut to shorter months. */
  readonly billingDay: number | null;
}

/** A whole period, also where the contract covers a part of it only. */
export interface Period extends DaySpan {
  /** 0 is the period that begins on the anchor. */
  readonly index: number;
}

/**
 * The first day of period 0, from which all others are counted: the start, or the last billing day at or before it.
 * Throws RangeError for a billing day beyond 1–28, which not every month has.
 */
export function anchorOf({ start, billingDay }: Pick<PeriodTerms, "start" | "billingDay">): LocalDate {
  if (billingDay === null) return start;
  if (!Number.isInteger(billingDay) || billingDay < 1 || billingDay > 28) {
    throw new RangeError(`A billing day is 1 to 28, not ${billingDay}.`);
  }
  const inMonth = `${start.slice(0, 8)}${String(billingDay).padStart(2, "0")}`;
  return inMonth <= start ? inMonth : addMonths(inMonth, -1);
}

/**
 * Period `index`, counted from the anchor itself and never from the period before, so that 31 January comes back to 31 March.
 * Below 0 it is one before the contract. Throws RangeError for an interval that is no whole number of months above 0.
 */
export function periodOf(terms: PeriodTerms, index: number): Period {
  const months = monthsOf(terms);
  if (!Number.isSafeInteger(index)) throw new RangeError(`Period ${index} is none.`);
  const anchor = anchorOf(terms);
  return { index, from: addMonths(anchor, index * months), until: addMonths(anchor, (index + 1) * months) };
}

/** The whole period that the day lies in. Before the anchor its index is below 0. Throws RangeError as `periodOf` does. */
export function periodAt(terms: PeriodTerms, day: LocalDate): Period {
  const index = Math.floor((monthNumber(day) - monthNumber(anchorOf(terms))) / monthsOf(terms));
  const period = periodOf(terms, index);
  return period.from <= day ? period : periodOf(terms, index - 1);
}

function monthsOf({ intervalMonths }: PeriodTerms): number {
  if (Number.isSafeInteger(intervalMonths) && intervalMonths > 0) return intervalMonths;
  throw new RangeError(`An interval is a whole number of months above 0, not ${intervalMonths}.`);
}

function monthNumber(day: LocalDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
