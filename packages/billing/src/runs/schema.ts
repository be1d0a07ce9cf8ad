import { z } from "zod";
import type { DraftProblem } from "../invoices/rules/draft.ts";
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
export type RunProblem = DraftProblem | { readonly code: "fault" };

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
  netMinor: number;
  taxMinor: number;
  dueMinor: number;
  lineCount: number;
  /** In the run before, in the same currency. */
  beforeMinor: number;
  differences: Difference[];
}

export interface PreviewedAccount {
  accountId: string;
  name: string;
  documents: PreviewedDocument[];
  problem: RunProblem | null;
}

/** What a run would issue now, account by account. */
export interface RunPreview {
  issueDate: string;
  accounts: PreviewedAccount[];
  totals: { currency: string; count: number; dueMinor: number; beforeMinor: number }[];
}
