import type { Explained } from "../explained.ts";

const SAME_ZERO = "Zero is its own opposite.";

export const KERNEL: readonly Explained[] = [
  {
    file: "src/may.ts",
    line: "return [];",
    why: "A word that is no permission allows nothing.",
  },
  {
    file: "src/line.ts",
    line: "while (end > 0",
    why: "There is no letter before the first one, and none has ink or not.",
  },
  {
    file: "src/canonical-json.ts",
    line: "return Object.fromEntries(Object.entries(value).sort",
    why: "Any one order will do, and no two fields have one name.",
  },
  {
    file: "src/fold.ts",
    line: ".replaceAll(/\\s+/g",
    why: "The line has single blanks by then; letters that fall apart bring none of two.",
  },
  {
    file: "src/fold.ts",
    line: "return plain",
    why: "The line has no blanks around it by then.",
  },
  {
    file: "src/budget.ts",
    line: "return missing <= DUST",
    why: "Dust is a rounding error: waiting for it takes no millisecond.",
  },
  {
    file: "src/memoize.ts",
    line: "const key = given.length === 1",
    mistake: "ConditionalExpression",
    why: "One argument as a text is the same key, only slower.",
  },
  {
    file: "src/wall-clock.ts",
    line: "if (shown.minute === minute",
    why: "A time that the clock shows is its own answer by the longer way too.",
  },
  {
    file: "src/wall-clock.ts",
    line: "return after.getTimeZoneTransition",
    why: "A skipped time has a transition before it; the types don't know.",
  },
  {
    file: "src/scope.ts",
    line: "export function mintOrganizationId",
    why: "A cast: the types are the only thing that it does.",
  },
  {
    file: "src/zone.ts",
    line: "if (!/^[A-Za-z_]+",
    why: "Intl refuses the rest itself; the pattern only keeps what is no name of a zone from reaching it.",
  },
  {
    file: "src/zone.ts",
    line: "return new Intl.DateTimeFormat",
    why: "It throws for what it does not know, and never answers with an empty name.",
  },
  { file: "src/zone.ts", line: "} catch {", why: "Nothing at all is as false as false." },
  { file: "src/zone.ts", line: "const day = days === 0", why: "Adding no day is the same, only slower." },
  {
    file: "src/zone.ts",
    line: "return time.toZonedDateTime",
    why: "Compatible is what Temporal does unless told otherwise; we say it because it matters.",
  },
  {
    file: "src/interval.ts",
    line: "if (hole.start >= span.end) break;",
    why: "A hole that begins where the span ends takes nothing of it.",
  },
  { file: "src/rounding.ts", line: "const twice", mistake: "EqualityOperator", why: SAME_ZERO },
  { file: "src/rounding.ts", line: "return exact < 0n", mistake: "EqualityOperator", why: SAME_ZERO },
  {
    file: "src/wall-clock.ts",
    line: "if (day.end - day.start === DAY_MS)",
    why: "Without the short cut the day is cut into one piece: itself.",
  },
];
