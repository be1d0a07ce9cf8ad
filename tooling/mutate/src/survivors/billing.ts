import type { Explained } from "../explained.ts";

const THE_SAME_DAY = "Of two days that are the same one, either will do.";

const NO_DAY = "What is no day lies between no two days, and has no version.";

export const BILLING: readonly Explained[] = [
  { file: "src/rules/days.ts", line: "return a < b ? a : b;", mistake: "EqualityOperator", why: THE_SAME_DAY },
  { file: "src/rules/days.ts", line: "return a > b ? a : b;", mistake: "EqualityOperator", why: THE_SAME_DAY },
  {
    file: "src/rules/tax.ts",
    line: "return a.category < b.category",
    mistake: "EqualityOperator",
    why: "They are not the same by then.",
  },
  { file: "src/rules/timeline.ts", line: "export function feesOf", mistake: "ArrayDeclaration", why: NO_DAY },
  { file: "src/rules/timeline.ts", line: "return from === until", mistake: "ArrayDeclaration", why: NO_DAY },
  { file: "src/rules/timeline.ts", line: "if (from >= until) return [];", mistake: "ArrayDeclaration", why: NO_DAY },
  {
    file: "src/rules/timeline.ts",
    line: "const starts = [...new Set(",
    mistake: "EqualityOperator: edge >= from",
    why: "A set holds the first day once.",
  },
];
