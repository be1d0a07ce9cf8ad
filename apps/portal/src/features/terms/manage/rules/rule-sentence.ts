import type { CreateBookingRuleInput, RuleSettings } from "@working-social/booking/schema";
import type { RulesTexts } from "./rules-texts.ts";
import type { ManageTexts } from "../../../manage/manage-texts.ts";

/** Words, and names for the ids that a rule holds. */
export interface RuleSentenceWords {
  texts: Pick<RulesTexts, "sentence" | "everyoneExcept" | "plan" | "team" | "role" | "gone" | "parts">;
  roles: ManageTexts["roles"];
  and: ManageTexts["and"];
  scopeName: string;
  plans: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
}

type Rule = Pick<CreateBookingRuleInput, "planIds" | "teamIds" | "roles" | "audienceIsExcept" | "settings">;

/** "Rooms, for everyone except Studio plan: at most 4 h, bookable 30 days ahead." */
export function ruleSentence(rule: Rule, words: RuleSentenceWords): string {
  const limits = limitParts(rule.settings, words.texts.parts);
  return words.texts.sentence(words.scopeName, audienceText(rule, words), limits);
}

/** null: everybody, also for "everybody except nobody". */
function audienceText(rule: Rule, { texts, roles, and, plans, teams }: RuleSentenceWords): string | null {
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.name ?? texts.gone;
  const named = [
    ...rule.planIds.map((id) => texts.plan(nameIn(plans, id))),
    ...rule.teamIds.map((id) => texts.team(nameIn(teams, id))),
    ...rule.roles.map((role) => texts.role(roles[role])),
  ];
  if (named.length === 0) return null;
  return rule.audienceIsExcept ? texts.everyoneExcept(and(named)) : and(named);
}

/** One piece for each setting that says something, in the order in which people think of them. */
export function limitParts(settings: RuleSettings, parts: RulesTexts["parts"]): string[] {
  return [
    ...(settings.mayBook === false ? [parts.mayNotBook] : []),
    ...lengthParts(settings, parts),
    ...aheadParts(settings, parts),
    ...bufferParts(settings, parts),
    ...usageParts(settings, parts),
    ...(settings.needsApproval ? [parts.needsApproval] : []),
    ...(settings.holdMinutes === null ? [] : [parts.hold(settings.holdMinutes)]),
  ];
}

function lengthParts(
  { minLengthMinutes: min, maxLengthMinutes: max, granularityMinutes: step }: RuleSettings,
  parts: RulesTexts["parts"],
): string[] {
  const grid = step === null ? [] : [parts.granularity(step)];
  if (min !== null && max !== null) return [min === max ? parts.exactly(min) : parts.between(min, max), ...grid];
  if (min !== null) return [parts.atLeast(min), ...grid];
  return max === null ? grid : [parts.atMost(max), ...grid];
}

function aheadParts({ windowDays, windowMode, minNoticeMinutes }: RuleSettings, parts: RulesTexts["parts"]): string[] {
  const ahead: string[] = [];
  if (windowDays !== null)
    ahead.push(windowMode === "exact" ? parts.windowExact(windowDays) : parts.windowDays(windowDays));
  if (minNoticeMinutes !== null) ahead.push(parts.notice(minNoticeMinutes));
  return ahead;
}

function bufferParts(
  { bufferBeforeMinutes: before, bufferAfterMinutes: after }: RuleSettings,
  parts: RulesTexts["parts"],
): string[] {
  if (before && after) return [parts.buffers(before, after)];
  if (before) return [parts.bufferBefore(before)];
  return after ? [parts.bufferAfter(after)] : [];
}

function usageParts(settings: RuleSettings, parts: RulesTexts["parts"]): string[] {
  const part = <Value>(value: Value | null, say: (value: Value) => string) => (value === null ? [] : [say(value)]);
  return [
    ...part(settings.maxConcurrentPerPerson, (max) => parts.atOnce(max, "person")),
    ...part(settings.maxConcurrentPerTeam, (max) => parts.atOnce(max, "team")),
    ...part(settings.maxMinutesPerDayPerPerson, (max) => parts.aDay(max, "person")),
    ...part(settings.maxMinutesPerDayPerTeam, (max) => parts.aDay(max, "team")),
    ...part(settings.maxUpcomingPerPerson, (max) => parts.upcoming(max, "person")),
    ...part(settings.maxUpcomingPerTeam, (max) => parts.upcoming(max, "team")),
  ];
}
