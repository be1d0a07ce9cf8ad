import { expectDefined } from "@working-social/kernel";

/**
 * CUPS writes page_log by a pattern of its administrator (PageLogFormat in cupsd.conf(5), without which it writes nothing).
 * Fields are not quoted and titles hold blanks, so a line is read from both ends towards the field that may hold anything.
 */
export type FormatProblem =
  | { code: "no_format" }
  | { code: "missing_field"; field: string }
  | { code: "unknown_field"; field: string }
  | { code: "fields_touch"; fields: [string, string] };

export class PageLogFormatError extends Error {
  readonly problem: FormatProblem;

  constructor(problem: FormatProblem) {
    super(SENTENCES[problem.code](problem));
    this.name = "PageLogFormatError";
    this.problem = problem;
  }
}

/** What agents print on the print server; the portal has its own words. */
const SENTENCES: Record<FormatProblem["code"], (problem: FormatProblem) => string> = {
  no_format: () => "PageLogFormat is empty: CUPS writes no page log. Set it in cupsd.conf and here to the same text.",
  missing_field: (problem) =>
    `PageLogFormat has no ${"field" in problem ? problem.field : ""}: without it jobs can't be told apart or counted.`,
  unknown_field: (problem) => `PageLogFormat has ${"field" in problem ? problem.field : ""}, which CUPS does not know.`,
  fields_touch: (problem) =>
    `PageLogFormat has ${"fields" in problem ? problem.fields.join(" and ") : ""} with nothing between them.`,
};

/** A field, and the text that follows it up to the next field or the end of the line. */
interface Field {
  name: string;
  after: string;
}

export interface PageLogFormat {
  readonly before: string;
  readonly fields: readonly Field[];
}

/** The pattern that CUPS documents as its usual one. */
export const USUAL_PAGE_LOG_FORMAT =
  "%p %u %j %T %P %C %{job-billing} %{job-originating-host-name} %{job-name} %{media} %{sides}";

const FIELD = /%(?:\{([^}]*)\}|(.))/g;
/** CUPS writes a percent sign for %%. */
const PERCENT = "\u0000";

/**
 * What print servers should write, in cupsd.conf and in the agent's configuration to the same letter: the usual one, with the
 * copies, which say how many sheets two-sided pages share, and with the sides as the printer itself has counted them.
 */
export const RECOMMENDED_PAGE_LOG_FORMAT =
  "%p %u %j %T %P %C %{copies} %{job-billing} %{job-originating-host-name} %{job-name} %{media} %{sides} %{job-impressions-completed}";

/** What a format leaves unsaid that changes prices, in a sentence for whoever looks after the print server; null: nothing. */
export function missingFromFormat({ fields }: PageLogFormat): string | null {
  if (fields.some(({ name }) => name === "copies")) return null;
  return (
    "PageLogFormat has no %{copies}: a job of several copies is taken for one, and its two-sided sheets may be counted " +
    "wrong. Add it in cupsd.conf and here, to the same text."
  );
}

/** Reads a PageLogFormat. Throws PageLogFormatError when lines written by it could not be accounted. */
export function parsePageLogFormat(text: string): PageLogFormat {
  if (text.trim() === "") throw new PageLogFormatError({ code: "no_format" });
  const pattern = text.replaceAll("%%", PERCENT);
  const found = [...pattern.matchAll(FIELD)];
  const fields = found.map((match, index) => {
    const end = found[index + 1]?.index ?? pattern.length;
    return { name: nameOf(match), after: pattern.slice(match.index + match[0].length, end).replaceAll(PERCENT, "%") };
  });
  requireFields(fields);
  return { before: pattern.slice(0, found[0]?.index ?? 0).replaceAll(PERCENT, "%"), fields };
}

function nameOf([whole, attribute, letter]: RegExpMatchArray): string {
  if (attribute !== undefined) return attribute;
  if (letter === undefined || !"pujTPC".includes(letter))
    throw new PageLogFormatError({ code: "unknown_field", field: whole });
  return letter;
}

function requireFields(fields: readonly Field[]): void {
  const has = (name: string) => fields.some((field) => field.name === name);
  for (const name of ["p", "u", "j", "T"]) {
    if (!has(name)) throw new PageLogFormatError({ code: "missing_field", field: `%${name}` });
  }
  // A copies count without its page number can't be added up: two lines may be two pages, or one page twice.
  if (!has("P") && !has("job-impressions-completed"))
    throw new PageLogFormatError({ code: "missing_field", field: "%P" });
  if (!has("C") && !has("job-impressions-completed"))
    throw new PageLogFormatError({ code: "missing_field", field: "%C" });
  for (const [index, field] of fields.entries()) {
    const next = fields[index + 1];
    if (field.after === "" && next)
      throw new PageLogFormatError({ code: "fields_touch", fields: [field.name, next.name] });
  }
}

const TIMESTAMP = /\[\d{1,2}\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?:\.\d{1,6})? [+-]\d{4}\]/;

/** The fields of one line by name ("-" and "" are absent), or null for a line that the pattern did not write. */
export function readPageLogLine(format: PageLogFormat, line: string): Map<string, string> | null {
  if (!line.startsWith(format.before)) return null;
  const at = TIMESTAMP.exec(line);
  if (!at) return null;
  const split = format.fields.findIndex((field) => field.name === "T");
  const left = readPart(format.fields.slice(0, split), line.slice(format.before.length, at.index), "u");
  const afterTime = line.slice(at.index + at[0].length);
  const { after: gap } = expectDefined(format.fields[split], NO_FIELD);
  const right = afterTime.startsWith(gap)
    ? readPart(format.fields.slice(split + 1), afterTime.slice(gap.length), "job-name")
    : null;
  if (!left || !right) return null;
  return new Map([...left, ["T", at[0]] as const, ...right].filter(([, value]) => value !== "" && value !== "-"));
}

const NO_FIELD = "A pattern has no field where one was found.";

/** Fields before `anything` as short as can be from the left, those after it from the right, and what is left is it. */
function readPart(fields: readonly Field[], text: string, anything: string): [string, string][] | null {
  if (fields.length === 0) return text === "" ? [] : null;
  const named = fields.findIndex((field) => field.name === anything);
  const middle = named >= 0 ? named : fields.length - 1;
  const values: [string, string][] = [];
  let rest = text;
  for (const field of fields.slice(0, middle)) {
    const end = rest.indexOf(field.after);
    if (end < 0) return null;
    values.push([field.name, rest.slice(0, end)]);
    rest = rest.slice(end + field.after.length);
  }
  for (const [index, field] of [...fields.entries()].slice(middle).toReversed()) {
    if (!rest.endsWith(field.after)) return null;
    rest = rest.slice(0, rest.length - field.after.length);
    if (index === middle) break;
    const { after } = expectDefined(fields[index - 1], NO_FIELD);
    const start = rest.lastIndexOf(after);
    if (start < 0) return null;
    values.push([field.name, rest.slice(start + after.length)]);
    rest = rest.slice(0, start + after.length);
  }
  values.push([expectDefined(fields[middle], NO_FIELD).name, rest]);
  return values;
}
