import { z } from "zod";
import { PrintSecret } from "../identities/schema.ts";
import { MAX_SIDES } from "../rules/print-record.ts";
import { Colour, Id, IdempotencyKey, Instant, machineText, Sides } from "../shared.ts";

/** The device's own name for something it tells; telling it again changes nothing. */
const Key = z
  .string()
  .min(1)
  .max(400)
  .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), { error: "control_character" });
const Copies = z.int().min(1).max(9_999);

const jobFields = {
  key: Key,
  printer: machineText(127).pipe(z.string().min(1)),
  /** The print server's number of the job; not unique, since it starts from 1 again. */
  jobId: machineText(40).nullable(),
  user: machineText(254),
  title: machineText(200).nullable(),
  /** By the device's clock. */
  at: Instant,
  copies: Copies.nullable(),
  /** null: the device's default. */
  colour: Colour.nullable(),
  paperSize: machineText(40).nullable(),
  isDuplex: z.boolean().nullable(),
};

/** A job that waits in the queue until its owner releases it. */
export const SubmittedEvent = z.strictObject({
  type: z.literal("submitted"),
  ...jobFields,
  estimatedSides: z.int().min(1).max(MAX_SIDES),
});
export type SubmittedEvent = z.infer<typeof SubmittedEvent>;
/** A job that came out: how many sides, all copies together. A higher number later, under the same key, raises it. */
export const PrintedEvent = z.strictObject({ type: z.literal("printed"), ...jobFields, sides: Sides });
export type PrintedEvent = z.infer<typeof PrintedEvent>;
/** A job that is in the queue no more, and was not printed as far as the queue knows: `key` as it was submitted. */
export const CancelledEvent = z.strictObject({ type: z.literal("cancelled"), key: Key });
export type CancelledEvent = z.infer<typeof CancelledEvent>;
/** A line that the agent could not read, or that says again what the print `repeats.key` has counted: `sides` of it. */
export const ProblemEvent = z.strictObject({
  type: z.literal("problem"),
  key: Key,
  code: z.string().regex(/^[a-z_]{1,40}$/),
  line: machineText(500),
  repeats: z.strictObject({ key: Key, sides: Sides }).optional(),
});
export type ProblemEvent = z.infer<typeof ProblemEvent>;
export const DeviceEvent = z.discriminatedUnion("type", [SubmittedEvent, PrintedEvent, CancelledEvent, ProblemEvent]);
export type DeviceEvent = z.infer<typeof DeviceEvent>;

export const MOST_EVENTS = 200;
/** What an agent posts. Each event is read by itself, so that a bad one costs the others nothing; none at all says "I am here". */
export const DeviceReport = z.strictObject({ events: z.array(z.unknown()).max(MOST_EVENTS) });
export type DeviceReport = z.infer<typeof DeviceReport>;

export type PrintJobStatus =
  | "held"
  | "released"
  | "settled"
  | "cancelled"
  | "expired"
  | "unassigned"
  | "unpriced"
  | "uncounted"
  | "house";

/** What became of an event: the job's state, "duplicate" for what was told before, or why it could not be taken. */
export interface EventOutcome {
  key: string | null;
  outcome: PrintJobStatus | "duplicate" | "noted" | "unknown_job" | "bad_input";
  /** For bad_input: the fields. */
  issues?: { path: string; code: string }[];
}
/** A job in the queue of a print server, by the key that it was submitted under. */
export interface QueuedPrintJob {
  key: string;
  printer: string;
  jobId: string | null;
}
export interface DeviceAnswer {
  results: EventOutcome[];
  /** Jobs that may print: their owners have released them, or they are the space's own. Told until they are reported as printed. */
  releases: QueuedPrintJob[];
  /** Jobs that were given up, or that nobody fetched: the agent takes them out of the queue. Told until it says that they are gone. */
  removals: QueuedPrintJob[];
}

export const PrintJobIdInput = z.strictObject({ jobId: Id });
export type PrintJobIdInput = z.infer<typeof PrintJobIdInput>;
/** The money that the person was shown; more than that is refused with the new split. */
export const ReleaseJobInput = z.strictObject({ jobId: Id, expectedMoneyMinor: z.int().min(0) });
export type ReleaseJobInput = z.infer<typeof ReleaseJobInput>;
export const WaitingAtKioskInput = z.strictObject({ secret: PrintSecret });
export type WaitingAtKioskInput = z.infer<typeof WaitingAtKioskInput>;
export const ReleaseAtKioskInput = z.strictObject({ secret: PrintSecret, ...ReleaseJobInput.shape });
export type ReleaseAtKioskInput = z.infer<typeof ReleaseAtKioskInput>;
export const CancelAtKioskInput = z.strictObject({ secret: PrintSecret, jobId: Id });
export type CancelAtKioskInput = z.infer<typeof CancelAtKioskInput>;
export const CountPrintJobInput = z.strictObject({
  jobId: Id,
  /** 0: nothing came out. */
  sides: Sides,
  reason: machineText(200).pipe(z.string().min(1)),
});
export type CountPrintJobInput = z.infer<typeof CountPrintJobInput>;
export const RefundPrintJobInput = z.strictObject({ jobId: Id, reason: machineText(200).pipe(z.string().min(1)) });
export type RefundPrintJobInput = z.infer<typeof RefundPrintJobInput>;
/** The desk's answer to a line of a log. */
export const AnswerPrintProblemInput = z.strictObject({
  problemId: Id,
  reason: machineText(200).pipe(z.string().min(1)),
  idempotencyKey: IdempotencyKey,
});
export type AnswerPrintProblemInput = z.infer<typeof AnswerPrintProblemInput>;
export const ListPrintJobsInput = z.strictObject({ personId: Id.nullable(), cursor: Id.nullable() });
export type ListPrintJobsInput = z.infer<typeof ListPrintJobsInput>;

export interface PrintJobView {
  id: string;
  deviceId: string;
  deviceName: string;
  title: string | null;
  colour: "mono" | "colour";
  paperSize: string;
  isDuplex: boolean;
  copies: number;
  /** Counted, or estimated until then. */
  sides: number;
  sheets: number;
  status: PrintJobStatus;
  /** Pages of this unit were used (or are held), also those that came late; the rest is money. After a refund neither is left. */
  unit: "mono_pages" | "colour_pages";
  credits: number;
  /** What it costs in money, paid or not. */
  moneyMinor: number;
  /** What of the money is (or will be) owed: credits of money pay the rest. */
  openMinor: number;
  /** Without any credits; null while the price table has no row for it. */
  priceMinor: number | null;
  currency: string;
  /** When it was printed, or came to us. */
  at: string;
  expiresAt: string | null;
  /** What it cost was given back. */
  isRefunded: boolean;
}
export interface PrintJobsPage {
  jobs: PrintJobView[];
  nextCursor: string | null;
}
/**
 * A job that waits, with what it would take if it were released now: `credits` pages and `moneyMinor`, each job by itself. The
 * balances are the pages that are good at its copier, below zero where pages are owed; what other jobs hold is not in them.
 */
export interface WaitingJobView extends PrintJobView {
  /** Before it is released, with what is held for it. */
  balanceBefore: number;
  /** balanceBefore - credits. */
  balanceAfter: number;
}
export interface PageBalance {
  unit: "mono_pages" | "colour_pages";
  /** Free now; below zero where pages are owed. */
  left: number;
  /** Set aside for jobs that wait. */
  held: number;
}
/** What the Print page or a kiosk shows. At a kiosk: the jobs of its copier, and how many wait at others. */
export interface WaitingJobs {
  personName: string;
  jobs: WaitingJobView[];
  elsewhere: { deviceName: string; jobCount: number }[];
  balances: PageBalance[];
}

/** What the front desk looks into: nobody's jobs, jobs without a price or a count, and lines that nobody could read. */
export interface PrintExceptions {
  unpriced: PrintJobView[];
  uncounted: PrintJobView[];
  problems: PrintProblem[];
}
export interface PrintProblem {
  id: string;
  deviceName: string;
  code: string;
  line: string;
  at: string;
  /** The print that it says again, and can be counted a second time: whose (null: nobody's yet, or the house's) and how many sides. */
  repeats: { personName: string | null; sides: number } | null;
}
