import type { RuleSettings } from "@working-social/booking/schema";
import { describe, expect, it } from "vitest";
import { textsOf } from "../../../../lib/texts/catalog.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { NO_LIMITS } from "@working-social/booking/schema";
import { emptyRule } from "./empty-rule.ts";
import { limitParts, ruleSentence, type RuleSentenceWords } from "./rule-sentence.ts";

const texts = textsOf(manageRulesTexts);
const { roles, and } = textsOf(manageTexts);
const plans = [{ id: "studio", name: "Studio" }];
const teams = [{ id: "north", name: "North" }];
const words: RuleSentenceWords = { texts, roles, and, scopeName: "Rooms", plans, teams };

describe("ruleSentence", () => {
  it("says what a rule does in the words of the space", () => {
    const rule = {
      ...emptyRule,
      planIds: ["studio"],
      audienceIsExcept: true,
      settings: { ...NO_LIMITS, maxLengthMinutes: 240, windowDays: 30 },
    };
    expect(ruleSentence(rule, words)).toBe(
      "Rooms, for everyone except Studio plan: at most 4 h, bookable 30 days ahead.",
    );
  });
  it("names everybody that it is for", () => {
    const rule = {
      ...emptyRule,
      planIds: ["studio"],
      teamIds: ["north"],
      roles: ["front_desk" as const],
      settings: { ...NO_LIMITS, mayBook: false },
    };
    expect(ruleSentence(rule, words)).toBe("Rooms, for Studio plan, team North and front desk: may not be booked.");
  });
  it("leaves out nobody", () => {
    expect(ruleSentence({ ...emptyRule, audienceIsExcept: true }, words)).toBe("Rooms: sets no limit yet.");
  });
  it("does not break when a plan is gone", () => {
    expect(ruleSentence({ ...emptyRule, planIds: ["old"] }, words)).toContain("something that is gone");
  });
});

describe("limitParts", () => {
  it.each<[Partial<RuleSettings>, string]>([
    [{ minLengthMinutes: 30, maxLengthMinutes: 240 }, "30 min to 4 h long"],
    [{ minLengthMinutes: 60, maxLengthMinutes: 60 }, "exactly 1 h long"],
    [{ minLengthMinutes: 90 }, "at least 1 h 30 min"],
    [{ windowDays: 1 }, "bookable 1 day ahead"],
    [{ windowDays: 0 }, "bookable on the day itself"],
    [{ windowDays: 7, windowMode: "exact" }, "bookable 7 days ahead to the minute"],
    [{ bufferBeforeMinutes: 5, bufferAfterMinutes: 15 }, "5 min free before and 15 min after"],
    [{ bufferAfterMinutes: 15, bufferBeforeMinutes: 0 }, "15 min free after"],
    [{ maxConcurrentPerPerson: 1 }, "1 at a time for each person"],
    [{ maxMinutesPerDayPerTeam: 480 }, "8 h a day for each team"],
    [{ needsApproval: true }, "each booking needs approval"],
  ])("%o reads %s", (settings, sentence) => {
    expect(limitParts({ ...NO_LIMITS, ...settings }, texts.parts)).toEqual([sentence]);
  });
  it("has a piece for every setting that limits", () => {
    const all: RuleSettings = {
      ...NO_LIMITS,
      mayBook: false,
      needsApproval: true,
      granularityMinutes: 15,
      minLengthMinutes: 15,
      minNoticeMinutes: 60,
      windowDays: 14,
      bufferBeforeMinutes: 10,
      maxConcurrentPerPerson: 1,
      maxConcurrentPerTeam: 2,
      maxMinutesPerDayPerPerson: 120,
      maxMinutesPerDayPerTeam: 240,
      maxUpcomingPerPerson: 5,
      maxUpcomingPerTeam: 9,
      holdMinutes: 20,
    };
    const parts = limitParts(all, texts.parts);
    expect(parts).toHaveLength(14);
    expect(new Set(parts).size).toBe(14);
  });
});
