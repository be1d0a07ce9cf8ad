import type { EpochMs } from "@working-social/kernel";
import type { PrintRecord } from "./print-record.ts";

/** A job whose pages are still being logged, or were lately: a paper jam can part them by hours. */
export interface OpenJob {
  record: PrintRecord;
  lastPage: number;
  /** The sides of the pages that were logged one by one. */
  pages: number;
  /** The highest total that was logged; null: none yet. */
  total: number | null;
  /** The last line was a total: a second one of the same height says nothing new. */
  endsWithTotal: boolean;
  /** The lines of its last second, to know a line that was written twice. */
  lastLines: string[];
  lastAt: EpochMs;
}

/** One parsed line: a page (number and copies of it), or the total of a job; without a page number a running sum. */
export interface Entry extends Omit<PrintRecord, "key" | "sides"> {
  jobId: string;
  page: number | "total" | null;
  count: number;
}

/** Between two lines of one job that say how much it is by now. */
const LONGEST_PAUSE_MS = 3_600_000;
/** A number can't come again as quickly: the spool would have to be emptied, and the same be sent once more. */
const REPEATED_WITHIN_MS = 60_000;

/**
 * What a line says of a job with the same number: more of it, the same total again, or that the number has gone to another job.
 * Page numbers of a job only rise. Filters log totals while they print, each with all that came before: as long as they rise they
 * are of one job, and pages may come between them.
 */
export function meaningOf(job: OpenJob, entry: Entry): "same_job" | "repeated_total" | "another_job" {
  const { record, total, lastPage } = job;
  if (record.user !== entry.user || record.title !== entry.title) return "another_job";
  const pauseMs = Math.abs(entry.at - job.lastAt);
  if (typeof entry.page === "number") {
    // A total that counted pages, and then the first page: the job before had none of its own.
    if (total !== null && total > 0 && (lastPage === 0 || pauseMs >= LONGEST_PAUSE_MS)) return "another_job";
    return entry.page > lastPage ? "same_job" : "another_job";
  }
  if (entry.page === null) return pauseMs < LONGEST_PAUSE_MS ? "same_job" : "another_job";
  return total === null ? "same_job" : meaningOfTotal(total, entry.count, job.endsWithTotal, pauseMs);
}

function meaningOfTotal(before: number, now: number, isRightAfter: boolean, pauseMs: number) {
  if (now > before) return pauseMs < LONGEST_PAUSE_MS ? "same_job" : "another_job";
  if (now < before) return "another_job";
  if (!isRightAfter) return "same_job";
  return pauseMs < REPEATED_WITHIN_MS ? "repeated_total" : "another_job";
}

/** The log knows whole seconds: an id that is used again within one is told apart by its turn. */
export function keyAfter(known: OpenJob | undefined, key: string): string {
  const [earlier, turn] = known?.record.key.split("#") ?? [];
  return earlier === key ? `${key}#${Number(turn ?? 1) + 1}` : key;
}

/** A job of which this line is the first. */
export function started({ page, count: sides, ...entry }: Entry, text: string, key: string): OpenJob {
  return {
    record: { ...entry, key, sides },
    lastPage: typeof page === "number" ? page : 0,
    pages: typeof page === "number" ? sides : 0,
    total: typeof page === "number" ? null : sides,
    endsWithTotal: page === "total",
    lastLines: [text],
    lastAt: entry.at,
  };
}

/** Pages add up, totals say all of it: a job has as many sides as the more of the two. */
export function continued(job: OpenJob, { page, count, at }: Entry, text: string): OpenJob {
  const isPage = typeof page === "number";
  const pages = isPage ? job.pages + count : job.pages;
  const total = isPage ? job.total : Math.max(count, job.total ?? 0);
  return {
    record: { ...job.record, sides: Math.max(pages, total ?? 0) },
    lastPage: isPage ? page : job.lastPage,
    pages,
    total,
    endsWithTotal: page === "total",
    lastLines: at === job.lastAt ? [...job.lastLines, text] : [text],
    lastAt: at,
  };
}
