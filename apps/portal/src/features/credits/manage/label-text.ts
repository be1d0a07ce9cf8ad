import { monthName } from "../../../lib/month-name.ts";

const period = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What credits are called: those of a plan by their month, "November 2026", all others as somebody named them. */
export function labelText(label: string): string {
  return period.test(label) ? monthName(`${label}-01`) : label;
}
