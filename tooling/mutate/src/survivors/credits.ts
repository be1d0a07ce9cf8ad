import type { Explained } from "../explained.ts";
import { NEVER_ABSENT } from "../explained.ts";

const SORT_ASKS_LESS =
  "Sorting asks whether one comes before the other: what it hears else leaves the order as it was.";

export const CREDITS: readonly Explained[] = [
  {
    file: "src/rules/balances.ts",
    line: "const keyOf",
    mistake: "StringLiteral",
    why: "Any text stands for no currency, as long as it is the same.",
  },
  { file: "src/rules/balances.ts", line: ".sort((a, b) => (a.at < b.at", why: SORT_ASKS_LESS },
  {
    file: "src/rules/spendable.ts",
    line: "if (period === current && isOpen",
    mistake: "ArrayDeclaration",
    why: "What is no lot has nothing left and belongs to nobody.",
  },
  {
    file: "src/rules/spendable.ts",
    line: ": [];",
    mistake: "ArrayDeclaration",
    why: "What is no lot has nothing left and belongs to nobody.",
  },
  { file: "src/rules/spendable.ts", line: "if (lot) lot.left", mistake: "ConditionalExpression", why: NEVER_ABSENT },
  {
    file: "src/rules/movements.ts",
    line: "const acts = new Set(",
    why: "Acts that give nothing back come out as they went in, only slower.",
  },
  {
    file: "src/rules/movements.ts",
    line: "if (acts.size === 0)",
    why: "Acts that give nothing back come out as they went in, only slower.",
  },
  {
    file: "src/rules/movements.ts",
    line: "return act !== null && acts.has(act)",
    why: "Acts that give nothing back come out as they went in, only slower.",
  },
  {
    file: "src/rules/plan-credits.ts",
    line: "return [given.unit",
    why: "It is a key: any word for no currency will do, and so will any between its parts.",
  },
];
