import type { Explained } from "../explained.ts";
import { NEVER_ABSENT } from "../explained.ts";

export const COPIER: readonly Explained[] = [
  {
    file: "src/rules/csv-line.ts",
    line: "if (end < 0)",
    mistake: "EqualityOperator",
    why: "A quote that closes stands behind the one that opens.",
  },
  {
    file: "src/rules/csv-line.ts",
    line: "for (let at = line.indexOf",
    mistake: "EqualityOperator",
    why: "A quote that closes stands behind the one that opens.",
  },
  {
    file: "src/rules/decode-lines.ts",
    line: "if ((at - start) % 2 === 0",
    mistake: "ArithmeticOperator",
    why: "A line of UTF-16 begins at an even byte.",
  },
  {
    file: "src/rules/decode-lines.ts",
    line: "if (before.length === 0)",
    why: "A short cut: nothing joined with the piece is the piece.",
  },
  { file: "src/rules/identity.ts", line: "const [, local", mistake: "StringLiteral", why: NEVER_ABSENT },
  {
    file: "src/rules/open-job.ts",
    line: "if (total !== null && total > 0",
    mistake: "ConditionalExpression",
    why: "No total is not above zero either; the types want it said.",
  },
  {
    file: "src/rules/open-job.ts",
    line: "const [earlier, turn]",
    mistake: "ArrayDeclaration",
    why: "Anything but the key says the same.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "return { before: pattern.slice",
    mistake: "OptionalChaining",
    why: NEVER_ABSENT,
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "if (letter === undefined",
    mistake: "ConditionalExpression",
    why: "What is missing is none of the letters either; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "for (const [index, field] of [...fields.entries()]",
    mistake: "MethodExpression",
    why: "It stops at the middle by itself: the cut only says so.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "if (start < 0) return null;",
    mistake: "ConditionalExpression",
    why: "Without what stands between two fields, nothing is left that could end with it: torn all the same.",
  },
  {
    file: "src/rules/price.ts",
    line: "if (work.sides === 0",
    mistake: "ConditionalExpression",
    why: "Where there are sides, their row has been found by then.",
  },
  {
    file: "src/rules/price.ts",
    line: "const sets = copies > 0",
    why: "Nothing divides by no copies: one set, either way.",
  },
  {
    file: "src/rules/print-record.ts",
    line: "if (text === undefined",
    mistake: "ConditionalExpression",
    why: "What is missing has no digits either; the types want it said.",
  },
  {
    file: "src/rules/read-page-log.ts",
    line: "if (printer === undefined",
    mistake: "ConditionalExpression",
    why: "What is missing has no digits either; the types want it said.",
  },
  {
    file: "src/rules/read-page-log.ts",
    line: 'page === "total" && impressions !== null',
    mistake: "ConditionalExpression",
    why: "No number is not above zero either; the types want it said.",
  },
  {
    file: "src/rules/read-page-log.ts",
    line: "const found = ",
    mistake: "Regex",
    why: "The line was cut by the same pattern: nothing stands around it.",
  },
  { file: "src/rules/read-page-log.ts", line: "const month = MONTHS", mistake: "OptionalChaining", why: NEVER_ABSENT },
  {
    file: "src/rules/read-page-log.ts",
    line: "if (!found || month === 0)",
    why: "The line was cut by the same pattern, and a month that is none makes no instant either.",
  },
  { file: "src/rules/read-page-log.ts", line: "`${found[3]}-", mistake: "StringLiteral", why: NEVER_ABSENT },
  {
    file: "src/rules/read-page-log.ts",
    line: "const kind = known ?",
    mistake: "StringLiteral",
    why: "A job that is not known begins, whatever it is called.",
  },
  {
    file: "src/rules/read-papercut.ts",
    line: "const headers = head.map",
    mistake: "ArrayDeclaration",
    why: "A line without cells names no columns.",
  },
  {
    file: "src/rules/read-papercut.ts",
    line: "return cells.length === 1",
    mistake: "StringLiteral",
    why: NEVER_ABSENT,
  },
  {
    file: "src/rules/read-print-log.ts",
    line: "if (rest.bytes.length > 0)",
    why: "An empty line says nothing to any reader.",
  },
  {
    file: "src/rules/splits-in-order.ts",
    line: "if (priceMinor === null",
    why: "What stays as it is may as well be left out: the job has it.",
  },
  {
    file: "src/rules/identity.ts",
    line: "const digits = HIDDEN_PIN.exec",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "`PageLogFormat has no ${",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "unknown_field: (problem)",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: '`PageLogFormat has ${"fields" in problem',
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "const gap = format.fields[split]",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "const start = rest.lastIndexOf",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/page-log-format.ts",
    line: "values.push([fields[middle]",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/read-page-log.ts",
    line: "const at = timeOf(fields.get(",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/read-page-log.ts",
    line: "const [printer, user, jobId]",
    why: "It is there by then; the types want it said.",
  },
  {
    file: "src/rules/read-page-log.ts",
    line: "const month = MONTHS.indexOf",
    why: "It is there by then; the types want it said.",
  },
];
