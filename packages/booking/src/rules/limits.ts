import type { Interval } from "@working-social/kernel";
import { extend } from "@working-social/kernel";
import type { BookingRuleView, RuleSettings } from "../booking-rules/schema.ts";
import type { LimitOwner, RuleName } from "./refusals.ts";
import { DEFAULT_HOLD_MINUTES, FURTHEST_DAYS, LONGEST_MINUTES } from "./bounds.ts";
import { ruleName, rulesFor } from "./applicable-rules.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

/** A number and the rule that set it. */
export interface Limit {
  readonly value: number;
  readonly rule: RuleName;
}

/** How far ahead the start may lie; which window ends first depends on now, so all of them are kept. */
export interface WindowLimit {
  readonly days: number;
  /** end_of_day: through the last local day; exact: until the same time of that day. */
  readonly mode: "end_of_day" | "exact";
  readonly rule: RuleName | null;
}

/** A limit that counts the bookings of a person or a team within its own rule's scope. */
export interface UsageLimit {
  readonly counts: "at_once" | "minutes_a_day" | "upcoming";
  readonly whose: LimitOwner;
  readonly max: number;
  readonly rule: BookingRuleView;
}

/** The strictest of each setting over all rules that apply to one person and one resource. */
export interface EffectiveLimits {
  /** The rule that keeps this person from booking this resource; null: they may. */
  readonly forbiddenBy: RuleName | null;
  readonly needsApproval: boolean;
  readonly approvalRule: RuleName | null;
  /** Every granularity holds at once: their least common multiple, with the coarsest one's rule. */
  readonly granularityMinutes: Limit | null;
  readonly minLengthMinutes: Limit | null;
  readonly maxLengthMinutes: { readonly value: number; readonly rule: RuleName | null };
  readonly minNoticeMinutes: Limit | null;
  readonly windows: readonly WindowLimit[];
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly holdMinutes: number;
  readonly usage: readonly UsageLimit[];
}

/** All limits for the situation's person on this resource: rules add up, and the strictest of a kind wins. */
export function limitsFor(situation: BookingSituation, resource: RuleResource): EffectiveLimits {
  const rules = rulesFor(situation, resource);
  const forbidding = rules.find((rule) => rule.settings.mayBook === false);
  const approving = rules.find((rule) => rule.settings.needsApproval === true);
  const longest = smallest(rules, "maxLengthMinutes");
  return {
    forbiddenBy: forbidding ? ruleName(forbidding) : null,
    needsApproval: approving !== undefined,
    approvalRule: approving ? ruleName(approving) : null,
    granularityMinutes: commonGranularity(rules),
    minLengthMinutes: largest(rules, "minLengthMinutes"),
    maxLengthMinutes: longest && longest.value <= LONGEST_MINUTES ? longest : { value: LONGEST_MINUTES, rule: null },
    minNoticeMinutes: largest(rules, "minNoticeMinutes"),
    windows: windowsOf(rules),
    bufferBeforeMinutes: largest(rules, "bufferBeforeMinutes")?.value ?? 0,
    bufferAfterMinutes: largest(rules, "bufferAfterMinutes")?.value ?? 0,
    holdMinutes: smallest(rules, "holdMinutes")?.value ?? DEFAULT_HOLD_MINUTES,
    usage: rules.flatMap(usageLimitsOf),
  };
}

/** The time that a booking takes from the resource: its slot and the buffers around it. */
export function claimSpan(limits: EffectiveLimits, slot: Interval): Interval {
  return extend(slot, limits.bufferBeforeMinutes, limits.bufferAfterMinutes);
}

type NumericSetting = {
  [Name in keyof RuleSettings]: RuleSettings[Name] extends number | null ? Name : never;
}[keyof RuleSettings];

/** The values of one setting with their rules, ascending; the first rule given comes first among equals. */
function ascending(rules: readonly BookingRuleView[], setting: NumericSetting): Limit[] {
  return rules
    .flatMap((rule) => {
      const value = rule.settings[setting];
      return value === null ? [] : [{ value, rule: ruleName(rule) }];
    })
    .sort((a, b) => a.value - b.value);
}

function smallest(rules: readonly BookingRuleView[], setting: NumericSetting): Limit | null {
  return ascending(rules, setting)[0] ?? null;
}

function largest(rules: readonly BookingRuleView[], setting: NumericSetting): Limit | null {
  const limits = ascending(rules, setting);
  const top = limits.at(-1)?.value;
  return limits.find((limit) => limit.value === top) ?? null;
}

function commonGranularity(rules: readonly BookingRuleView[]): Limit | null {
  const coarsest = largest(rules, "granularityMinutes");
  if (!coarsest) return null;
  // Past the longest booking, only midnights are on the grid, and a larger multiple would soon be no exact number.
  const value = ascending(rules, "granularityMinutes").reduce(
    (common, limit) => (common > LONGEST_MINUTES ? common : leastCommonMultiple(common, limit.value)),
    1,
  );
  return { value, rule: coarsest.rule };
}

function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}

function windowsOf(rules: readonly BookingRuleView[]): WindowLimit[] {
  const windows: WindowLimit[] = rules.flatMap((rule) => {
    const { windowDays: days, windowMode } = rule.settings;
    return days === null ? [] : [{ days, mode: windowMode ?? "end_of_day", rule: ruleName(rule) }];
  });
  return [...windows, { days: FURTHEST_DAYS, mode: "end_of_day", rule: null }];
}

function usageLimitsOf(rule: BookingRuleView): UsageLimit[] {
  const { settings } = rule;
  const limits: [UsageLimit["counts"], LimitOwner, number | null][] = [
    ["at_once", "person", settings.maxConcurrentPerPerson],
    ["at_once", "team", settings.maxConcurrentPerTeam],
    ["minutes_a_day", "person", settings.maxMinutesPerDayPerPerson],
    ["minutes_a_day", "team", settings.maxMinutesPerDayPerTeam],
    ["upcoming", "person", settings.maxUpcomingPerPerson],
    ["upcoming", "team", settings.maxUpcomingPerTeam],
  ];
  return limits.flatMap(([counts, whose, max]) => (max === null ? [] : [{ counts, whose, max, rule }]));
}
