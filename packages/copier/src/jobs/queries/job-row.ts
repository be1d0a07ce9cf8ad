import type { Sql } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { expectDefined, formatInstant, notFound } from "@working-social/kernel";
import { paperSizeOf } from "../../rules/paper-size.ts";
import { sheetsOf } from "../../rules/price.ts";
import type { PrintWork } from "../../rules/price.ts";
import type { ColourMode } from "../../rules/print-record.ts";
import type { PrintJobStatus, PrintJobView } from "../schema.ts";

export interface JobRow {
  id: string;
  deviceId: string;
  deviceName: string;
  locationId: string;
  submitKey: string | null;
  personId: string | null;
  userKey: string;
  title: string | null;
  colour: ColourMode;
  paperSize: string;
  isDuplex: boolean;
  copies: number;
  estimatedSides: number | null;
  countedSides: number | null;
  status: PrintJobStatus;
  holdId: string | null;
  heldCredits: number;
  priceMinor: number | null;
  currency: string;
  creditsUsed: number;
  moneyMinor: number;
  printedAt: EpochMs | null;
  refundedAt: EpochMs | null;
  expiresAt: EpochMs | null;
  createdAt: EpochMs;
}

export const JOBS = `SELECT j.id, j.device_id AS "deviceId", d.name AS "deviceName", j.location_id AS "locationId", j.submit_key AS "submitKey",
    j.person_id AS "personId", j.user_key AS "userKey", j.title, j.colour, j.paper_size AS "paperSize", j.is_duplex AS "isDuplex", j.copies,
    j.estimated_sides AS "estimatedSides", j.counted_sides AS "countedSides", j.status, j.hold_id AS "holdId", j.held_credits AS "heldCredits",
    j.price_minor AS "priceMinor", j.currency, j.credits_used AS "creditsUsed", j.money_minor AS "moneyMinor", j.printed_at AS "printedAt",
    j.refunded_at AS "refundedAt", j.expires_at AS "expiresAt", j.created_at AS "createdAt"
  FROM print_jobs j JOIN print_devices d ON d.id = j.device_id`;

/** The job, locked until the end of the transaction. Throws not_found, also for another organization's. */
export async function lockJob(tx: Sql, id: string): Promise<JobRow> {
  const [job] = await tx.query<JobRow>(`${JOBS} WHERE j.id = $1::uuid FOR NO KEY UPDATE OF j`, [id]);
  if (!job) throw notFound("print_job");
  return job;
}

/** What was printed, or will be as far as anybody knows. */
export function workOf({ colour, paperSize, isDuplex, copies, countedSides, estimatedSides }: JobRow): PrintWork {
  return {
    colour,
    isDuplex,
    copies,
    paperSize: paperSizeOf(paperSize) ?? "other",
    sides: expectDefined(countedSides ?? estimatedSides, "A print has no size."),
  };
}

/** As the job's own row has it, without what happened in the ledger since it was settled: `viewJobs` knows that. */
export function jobView(job: JobRow): PrintJobView {
  const work = workOf(job);
  const {
    id,
    deviceId,
    deviceName,
    title,
    colour,
    paperSize,
    isDuplex,
    copies,
    status,
    moneyMinor,
    priceMinor,
    currency,
    expiresAt,
  } = job;
  return {
    id,
    deviceId,
    deviceName,
    title,
    colour,
    paperSize,
    isDuplex,
    copies,
    status,
    moneyMinor,
    openMinor: moneyMinor,
    priceMinor,
    currency,
    sides: work.sides,
    sheets: sheetsOf(work).sheets,
    unit: colour === "mono" ? "mono_pages" : "colour_pages",
    credits: job.holdId === null ? job.creditsUsed : job.heldCredits,
    at: formatInstant(job.printedAt ?? job.createdAt),
    expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
    isRefunded: job.refundedAt !== null,
  };
}
