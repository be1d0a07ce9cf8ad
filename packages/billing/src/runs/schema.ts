import { z } from "zod";
import { Day, Id } from "../shared.ts";

export const StartRunInput = z.strictObject({ issueDate: Day });
export type StartRunInput = z.infer<typeof StartRunInput>;
export const PreviewAccountInput = z.strictObject({ accountId: Id, issueDate: Day });
export type PreviewAccountInput = z.infer<typeof PreviewAccountInput>;
export const RunIdInput = z.strictObject({ id: Id });
export type RunIdInput = z.infer<typeof RunIdInput>;

/** What came of an account in a run. */
export type RunOutcome = "waiting" | "issued" | "nothing" | "carried" | "held_back";
/** Why an account was held back: what it lacks, or that something of ours failed. */
export const RunProblem = z.discriminatedUnion("code", [
  z.object({ code: z.literal("no_seller"), locationId: Id }),
  z.object({
    code: z.literal("no_tax_rate"),
    locationId: Id,
    taxClass: z.enum(["standard", "reduced", "zero", "exempt", "outside"]),
  }),
  z.object({ code: z.literal("fault") }),
]);
export type RunProblem = z.infer<typeof RunProblem>;

/** How far a run is. */
export interface RunView {
  id: string;
  issueDate: string;
  status: "running" | "done";
  startedAt: string;
  finishedAt: string | null;
  accounts: Record<RunOutcome, number>;
  /** Issued by it, by currency. */
  sums: { currency: string; count: number; dueMinor: number }[];
}

/** Why an account gets another sum than in the run before. */
export interface Difference {
  kind: "new" | "ended" | "more" | "less";
  productKind: string;
  byMinor: number;
}

export interface PreviewedDocument {
  outcome: "invoice" | "credit_note" | "carried";
  sellerId: string;
  currency: string;
  dueDate: string;
  netMinor: number;
  taxMinor: number;
  dueMinor: number;
  lineCount: number;
  /** Of its lines, in the seller's mode: what stands beside `beforeMinor`. */
  amountMinor: number;
  /** Of the lines in the run before, from the same seller in the same currency. */
  beforeMinor: number;
  differences: Difference[];
}

export interface PreviewedAccount {
  accountId: string;
  name: string;
  documents: PreviewedDocument[];
  problem: RunProblem | null;
}

/** An account that the run before had something for, and this one has nothing from that seller in that currency: it has ended, or is held back. */
export interface MissedAccount {
  accountId: string;
  name: string;
  currency: string;
  beforeMinor: number;
  differences: Difference[];
  isHeldBack: boolean;
}

/** Of what would be issued, in one currency. `amountMinor` and `beforeMinor` are sums of lines, in the sellers' modes. */
export interface RunTotal {
  currency: string;
  count: number;
  netMinor: number;
  taxMinor: number;
  dueMinor: number;
  amountMinor: number;
  beforeMinor: number;
}

/** What a run would issue now, account by account. */
export interface RunPreview {
  issueDate: string;
  accounts: PreviewedAccount[];
  missed: MissedAccount[];
  totals: RunTotal[];
}

/** What a run made of an account; one that it had nothing for is left out. */
export interface RunResult {
  accountId: string;
  name: string;
  outcome: RunOutcome;
  problem: RunProblem | null;
  documents: {
    id: string;
    kind: "invoice" | "credit_note";
    number: string;
    currency: string;
    dueMinor: number;
  }[];
}
