import { formatList, plural, type WordsLike } from "@working-social/kernel";
import { formatMinutes } from "../../../../lib/format.ts";
import { catalog } from "../../../../lib/texts/catalog.ts";

const days = (n: number) => plural("en", n, { one: `${n} day`, other: `${n} days` });
const whose = { person: "each person", team: "each team" };
type Whose = keyof typeof whose;

/** One setting as a piece of the sentence that a rule makes. */
const parts = {
  mayNotBook: "may not be booked",
  needsApproval: "each booking needs approval",
  granularity: (minutes: number) => `in steps of ${formatMinutes(minutes)}`,
  between: (min: number, max: number) => `${formatMinutes(min)} to ${formatMinutes(max)} long`,
  exactly: (minutes: number) => `exactly ${formatMinutes(minutes)} long`,
  atLeast: (minutes: number) => `at least ${formatMinutes(minutes)}`,
  atMost: (minutes: number) => `at most ${formatMinutes(minutes)}`,
  notice: (minutes: number) => `${formatMinutes(minutes)} of notice`,
  windowDays: (n: number) => (n === 0 ? "bookable on the day itself" : `bookable ${days(n)} ahead`),
  windowExact: (n: number) => `bookable ${days(n)} ahead to the minute`,
  buffers: (before: number, after: number) => `${formatMinutes(before)} free before and ${formatMinutes(after)} after`,
  bufferBefore: (minutes: number) => `${formatMinutes(minutes)} free before`,
  bufferAfter: (minutes: number) => `${formatMinutes(minutes)} free after`,
  atOnce: (max: number, by: Whose) => `${max} at a time for ${whose[by]}`,
  aDay: (minutes: number, by: Whose) => `${formatMinutes(minutes)} a day for ${whose[by]}`,
  upcoming: (max: number, by: Whose) =>
    `${plural("en", max, { one: `${max} booking`, other: `${max} bookings` })} ahead for ${whose[by]}`,
  hold: (minutes: number) => `held for ${formatMinutes(minutes)}`,
};

const en = {
  subtitle: "How long, how far ahead, and for whom. Rules add up; the strictest wins.",
  add: "Add a rule",
  newTitle: "New rule",
  emptyTitle: "No rules: everything goes",
  emptyText:
    "Without rules members book whatever is free, for up to 31 days, up to two years ahead. A first rule could be: rooms for at most 4 hours, 30 days ahead.",
  sentence: (what: string, who: string | null, limits: readonly string[]) => {
    const says = limits.length === 0 ? "sets no limit yet" : formatList("en", limits, "unit");
    return who ? `${what}, for ${who}: ${says}.` : `${what}: ${says}.`;
  },
  everyoneExcept: (named: string) => `everyone except ${named}`,
  plan: (name: string) => `${name} plan`,
  team: (name: string) => `team ${name}`,
  role: (name: string) => name.toLowerCase(),
  gone: "something that is gone",
  parts,
  preview: "In one sentence",
  name: "Name of the rule",
  nameHint: "Members read it when it stops them: Fair use of rooms.",
  noLimit: "An empty field sets no limit.",
  who: "Who and what",
  audience: "For whom",
  audienceModes: { only: "Only for those named", except: "For all except those named" },
  audienceHint: "If nobody is named, it is for everybody.",
  plans: "Plans",
  teams: "Teams",
  roles: "Roles",
  mayNotBook: "They may not book it at all",
  length: "Length and grid",
  minLength: "Shortest",
  maxLength: "Longest",
  granularity: "In steps of",
  granularityHint: "Bookings start and end on it, counted from midnight.",
  ahead: "How far ahead",
  notice: "Notice",
  noticeHint: "How long before its start a booking has to be made.",
  windowDays: "Days ahead",
  windowMode: "The last day counts",
  windowModes: { end_of_day: "until its end", exact: "until the same time" },
  buffers: "Time between bookings",
  bufferBefore: "Before",
  bufferAfter: "After",
  buffersHint: "Kept free to set up and air the room. Nobody pays for it.",
  limits: "Limits",
  limitsHint: "They count within what this rule is for: one desk at most, and a room besides, is two rules.",
  by: {
    person: {
      concurrent: "Each person: at the same time",
      minutesPerDay: "Each person: in one day",
      upcoming: "Each person: bookings ahead",
    },
    team: {
      concurrent: "Each team: at the same time",
      minutesPerDay: "Each team: in one day",
      upcoming: "Each team: bookings ahead",
    },
  },
  approval: "Approval and holds",
  needsApproval: "Each booking waits for approval",
  needsApprovalHint: "The slot is kept meanwhile; the front desk finds it under Today.",
  hold: "A slot may be held for",
  holdHint: "While somebody decides; after that it is free again.",
  saved: (name: string) => `“${name}” is saved.`,
  archived: (name: string) => `“${name}” no longer applies.`,
  archiveTitle: (name: string) => `Archive “${name}”?`,
  archiveText: "It no longer limits anybody from now on. Bookings that exist stay as they are.",
  tryIt: "Try it in the simulator",
};

export type RulesTexts = WordsLike<typeof en>;
export const manageRulesTexts = catalog<RulesTexts>({ en, de: () => import("./rules-texts.de.ts") });
