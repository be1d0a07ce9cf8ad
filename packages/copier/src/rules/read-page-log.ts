import type { EpochMs } from "@working-social/kernel";
import { parseInstant } from "@working-social/kernel";
import { parsePageLogFormat, readPageLogLine } from "./page-log-format.ts";
import type { Entry, OpenJob } from "./open-job.ts";
import { continued, keyAfter, meaningOf, started } from "./open-job.ts";
import { paperSizeOf } from "./paper-size.ts";
import { colourModeOf } from "./colour-mode.ts";
import type { LineProblemCode, LogLine, PrintLogReader, ReadStep } from "./print-record.ts";
import { MAX_LINE_LENGTH, wholeNumber } from "./print-record.ts";

/** Jobs by printer and id, oldest first. */
export interface PageLogState {
  jobs: [string, OpenJob][];
}

const REMEMBERED_JOBS = 500;

/** Reads CUPS page_log written by a PageLogFormat, a line a page or a line a job. Throws PageLogFormatError. */
export function pageLogReader(formatText: string): PrintLogReader<PageLogState> {
  const format = parsePageLogFormat(formatText);
  return {
    start: { jobs: [] },
    read(state, line) {
      if (line.text.trim() === "") return { state, records: [], problems: [] };
      const fields =
        line.text.length > MAX_LINE_LENGTH ? "too_long" : (readPageLogLine(format, line.text) ?? "torn_line");
      const entry = typeof fields === "string" ? fields : entryOf(fields);
      if (typeof entry === "string") return { state, records: [], problems: [problem(line, entry)] };
      return count(state, entry, line);
    },
    withHead: (state) => state,
  };
}

function problem({ offset, text }: LogLine, code: LineProblemCode) {
  return { offset, code, text: text.slice(0, 500) };
}

function entryOf(fields: Map<string, string>): Entry | LineProblemCode {
  const at = timeOf(fields.get("T") ?? "");
  const [printer, user, jobId] = [fields.get("p"), fields.get("u") ?? "", fields.get("j")];
  if (at === null) return "bad_time";
  if (printer === undefined || jobId === undefined || !/^\d{1,10}$/.test(jobId)) return "torn_line";
  const page = fields.get("P") === "total" ? "total" : wholeNumber(fields.get("P"));
  const impressions = wholeNumber(fields.get("job-impressions-completed"));
  const counted =
    page === "total" && impressions !== null && impressions > 0 ? impressions : wholeNumber(fields.get("C"));
  const number = counted ?? impressions;
  if (number === null || (fields.has("P") && page === null)) return "bad_number";
  return {
    printer,
    user,
    jobId,
    at,
    page,
    count: number,
    copies: wholeNumber(fields.get("copies"), 9_999),
    title: fields.get("job-name") ?? null,
    host: fields.get("job-originating-host-name") ?? null,
    billing: fields.get("job-billing") ?? null,
    colour: colourModeOf(fields.get("print-color-mode") ?? fields.get("ColorModel")),
    paperSize: paperSizeOf(fields.get("media") ?? fields.get("PageSize") ?? null),
    isDuplex: duplexOf(fields.get("sides") ?? fields.get("Duplex")),
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** [18/May/2013:13:21:15 -0700], with fractions of a second when LogTimeFormat is usecs. */
function timeOf(text: string): EpochMs | null {
  const found = /^\[(\d{1,2})\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d)(?:\.\d{1,6})? ([+-]\d\d)(\d\d)\]$/.exec(text);
  const month = MONTHS.indexOf(found?.[2] ?? "") + 1;
  if (!found || month === 0) return null;
  try {
    return parseInstant(
      `${found[3]}-${String(month).padStart(2, "0")}-${(found[1] ?? "").padStart(2, "0")}T${found[4]}${found[5]}:${found[6]}`,
    );
  } catch {
    return null;
  }
}

function duplexOf(text: string | undefined): boolean | null {
  return text === undefined ? null : !/^(one-sided|none)$/i.test(text);
}

/** The jobs that are being counted, with what this line says of one of them. */
function count(state: PageLogState, entry: Entry, line: LogLine): ReadStep<PageLogState> {
  const id = `${entry.printer}/${entry.jobId}`;
  const known = state.jobs.find(([key]) => key === id)?.[1];
  if (known?.lastAt === entry.at && known.lastLines.includes(line.text)) return { state, records: [], problems: [] };
  const kind = known ? meaningOf(known, entry) : "another_job";
  const job =
    known && kind !== "another_job"
      ? continued(known, entry, line.text)
      : started(entry, line.text, keyAfter(known, `${id}@${entry.at}`));
  const others = state.jobs.filter(([key]) => key !== id);
  const isNews = known?.record.key !== job.record.key || known.record.sides !== job.record.sides;
  return {
    state: { jobs: [...others, [id, job] as [string, OpenJob]].slice(-REMEMBERED_JOBS) },
    records: isNews ? [job.record] : [],
    problems:
      kind === "repeated_total"
        ? [{ ...problem(line, "repeated_total"), repeats: { key: job.record.key, sides: entry.count } }]
        : [],
  };
}
