import type { Explained } from "../explained.ts";
import { NEVER_ABSENT } from "../explained.ts";

const NO_LOT = "What is no lot pays for nothing.";
const IDS_DIFFER = "No two have the same id.";

export const BOOKING: readonly Explained[] = [
  {
    file: "src/rules/cancellation.ts",
    line: ".sort((a, b) => scopeRank(b)",
    mistake: "EqualityOperator",
    why: IDS_DIFFER,
  },
  {
    file: "src/rules/cancellation.ts",
    line: "function owesCredits",
    mistake: "ArrayDeclaration",
    why: "What has no quantity is not above zero.",
  },
  {
    file: "src/rules/changed-quote.ts",
    line: "const owed = keptCredits",
    mistake: "ArrayDeclaration",
    why: "What has no quantity keeps nothing.",
  },
  {
    file: "src/rules/changed-quote.ts",
    line: "let owedPercent",
    mistake: "ArithmeticOperator",
    why: "It only says where to begin: from any lower one, the loop comes to the same.",
  },
  {
    file: "src/rules/credit-line.ts",
    line: "if (lots.length === 0 || fullMinor === 0)",
    why: "A short cut: no lots cover nothing, and of what is free nothing can be saved.",
  },
  {
    file: "src/rules/credit-line.ts",
    line: "if (covered === 0)",
    why: "A short cut: the rest would be all of it, and nothing saved.",
  },
  { file: "src/rules/credit-line.ts", line: "const days = unit", why: "Days are asked for only where passes pay." },
  { file: "src/rules/credit-line.ts", line: "const paidUntil", mistake: "OptionalChaining", why: NEVER_ABSENT },
  {
    file: "src/rules/credit-line.ts",
    line: "const rest = covered >= quantity",
    why: "An empty rest costs nothing, as the lines say too.",
  },
  {
    file: "src/rules/credit-line.ts",
    line: "list.reduce((sum, part)",
    mistake: "ArithmeticOperator",
    why: "Both sums are compared with each other alone, whatever their sign.",
  },
  {
    file: "src/rules/left-after.ts",
    line: "return lot ? usedLot",
    mistake: "ArrayDeclaration",
    why: "Where a lot is gone the line stays as it was, whatever stands for it.",
  },
  { file: "src/rules/left-after.ts", line: "const planned = lots.flatMap", mistake: "ArrayDeclaration", why: NO_LOT },
  { file: "src/rules/payment.ts", line: "() => quoteBooking(", mistake: "ArrayDeclaration", why: NO_LOT },
  {
    file: "src/rules/payment.ts",
    line: "uncovered: chargedMinor > 0",
    why: "Where credits cover all of it, nothing is charged.",
  },
  {
    file: "src/rules/payment.ts",
    line: "const quantity = sum(credit?.lots",
    mistake: "ArrayDeclaration",
    why: "Without a line of credits nothing is taken or promised, whatever the sum.",
  },
  {
    file: "src/rules/quote.ts",
    line: "return lines.reduce((sum, line)",
    mistake: "ConditionalExpression",
    why: "No other line than a tax is inclusive.",
  },
  { file: "src/rules/rates.ts", line: "(a.id < b.id", mistake: "EqualityOperator", why: IDS_DIFFER },
  {
    file: "src/rules/applicable-rules.ts",
    line: "(person.planId !== null",
    mistake: "ConditionalExpression",
    why: "No list names nobody: the types don't know.",
  },
  {
    file: "src/rules/applicable-rules.ts",
    line: "(person.teamId !== null",
    mistake: "ConditionalExpression",
    why: "No list names nobody: the types don't know.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "let found: Interval[]",
    mistake: "ArrayDeclaration",
    why: "The widest ring is always searched, and says what is found.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "if (found.length >= options.count)",
    why: "A short cut: a wider ring finds the same nearest ones.",
  },
  {
    file: "src/rules/start-window.ts",
    line: "if (!first) throw",
    why: "Every space has a furthest day: the types don't know.",
  },
  { file: "src/rules/start-window.ts", line: "if (!notice) return []", why: NEVER_ABSENT },
  {
    file: "src/rules/rates.ts",
    line: ".filter((cut) => part.start < cut",
    mistake: "EqualityOperator",
    why: "A cut at an edge is there already, and counts once.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "shortestMs: meansDays",
    why: "A bound that only has to be wide enough: what it lets in besides is looked at afterwards.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "const span = { start: starts.start",
    mistake: "ArithmeticOperator",
    why: "A bound that only has to be wide enough: what it lets in besides is looked at afterwards.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "startsIn(search,",
    mistake: "MethodExpression: Math",
    why: "The end of each slot is looked at afterwards: this only spares looking.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "startsIn(search,",
    mistake: "ArithmeticOperator",
    why: "The end of each slot is looked at afterwards: this only spares looking.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "if (range.end <= range.start)",
    why: "A short cut: nothing begins within nothing.",
  },
  {
    file: "src/rules/nearest-slots.ts",
    line: "asked < range.end",
    why: "The end of each slot is looked at afterwards: this only spares looking.",
  },
  {
    file: "src/rules/refuse-booking.ts",
    line: "return refuseBooking({ ...situation",
    mistake: "ArrayDeclaration",
    why: "What is no rule is about nothing.",
  },
  {
    file: "src/rules/start-window.ts",
    line: "const isTooSoon",
    mistake: "ConditionalExpression",
    why: "Nothing begins before no time at all; the types want it said.",
  },
  {
    file: "src/rules/usage-limits.ts",
    line: "const days = counted.some",
    why: "A short cut: days are looked at only for minutes a day.",
  },
  {
    file: "src/rules/usage-limits.ts",
    line: "const instants",
    why: "Who has begun earlier and reaches into the slot is there at its start too.",
  },
  {
    file: "src/rules/opening-hours.ts",
    line: "if (first === undefined)",
    mistake: "ConditionalExpression",
    why: "A span touches a day; the types don't know.",
  },
  {
    file: "src/rules/opening-hours.ts",
    line: "if (resourceId === null)",
    mistake: "ConditionalExpression",
    why: "A short cut: the location's hours within themselves are the same.",
  },
  {
    file: "src/rules/opening-hours.ts",
    line: "return own && own.weekly",
    why: "Own hours that say nothing follow the location on each date too.",
  },
  {
    file: "src/rules/opening-hours.ts",
    line: "return opensMinute === null",
    why: "A closed date opens for nothing: from no minute to none.",
  },
];
