import type { EpochMs } from "@working-social/kernel";

export type ColourMode = "mono" | "colour";

/** One print job as a log tells it. What the log does not say is null; the device's defaults fill it in. */
export interface PrintRecord {
  /**
   * The same for every reading of the same job, and different for every other job of the device. Never the job id alone:
   * CUPS counts from 1 again when its spool is cleared.
   */
  key: string;
  printer: string;
  jobId: string | null;
  /** As the log has it: a user name, an address, or the code typed at the copier. */
  user: string;
  title: string | null;
  host: string | null;
  billing: string | null;
  /** When its first page was logged. */
  at: EpochMs;
  /** Printed sides (impressions), all copies together. Zero: the printer told nobody. */
  sides: number;
  /** null where the log says only the sum. */
  copies: number | null;
  colour: ColourMode | null;
  /** A4, Letter, …; null when the log does not say. */
  paperSize: string | null;
  isDuplex: boolean | null;
}

/**
 * Why a line was left out. The line is kept, so that a person can look at it. repeated_total is a question: the line says again
 * what was counted already, which is the same print twice told, or a second one.
 */
export type LineProblemCode = "torn_line" | "bad_number" | "bad_time" | "too_long" | "no_header" | "repeated_total";

export interface LineProblem {
  /** Where the line begins in its file, in bytes. */
  offset: number;
  code: LineProblemCode;
  text: string;
  /** The job whose total it says again, and that total. */
  repeats?: { key: string; sides: number };
}

/** A whole line of a log, without its end. */
export interface LogLine {
  text: string;
  offset: number;
}

export interface ReadStep<State> {
  state: State;
  /** Jobs that this line starts or raises; the same key again means a newer count of the same job. */
  records: PrintRecord[];
  problems: LineProblem[];
}

/**
 * Reads a log line by line. A reader is a pure function of a state that is plain JSON, so that an agent can save it with
 * its position in the file and go on after a restart as if nothing had happened.
 */
export interface PrintLogReader<State> {
  readonly start: State;
  read(state: State, line: LogLine): ReadStep<State>;
  /** What the first lines of a file say of all of it, for a reader that begins in its middle: the names of its columns. */
  withHead(state: State, head: readonly LogLine[]): State;
}

/** No log line is longer than this: CUPS writes at most 2,048 bytes. */
export const MAX_LINE_LENGTH = 8_192;
/** More sides than any copier prints in one job: a larger number is a mistake in the log, not a bill. */
export const MAX_SIDES = 100_000;

/** A whole number from 0 to `max`, or null. */
export function wholeNumber(text: string | undefined, max = MAX_SIDES): number | null {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value <= max ? value : null;
}
