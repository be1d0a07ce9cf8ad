import type { Contract } from "../contracts/schema.ts";
import type { DraftProblem } from "../invoices/rules/draft.ts";
import type { DraftView } from "../invoices/schema.ts";

/** A contract as its holder sees it. */
export interface MyContract {
  contract: Contract;
  isRunning: boolean;
  /** The earliest last day, when it is ended today. */
  earliestEnd: string;
  /** The next period's first day. */
  renewsOn: string;
  /** As it would be issued on that day; none while nothing is billed. */
  nextInvoice: DraftView[];
}

/** A contract as its managers see it. */
export interface ContractDetail extends MyContract {
  /** Why its account can't be billed as it stands. */
  problem: DraftProblem | null;
}

/** What a change would do: the contract after it, and the next invoice without and with it. */
export interface ContractPreview {
  contract: Contract;
  /** By another interval: it begins when this one ends. */
  follower: Contract | null;
  earliestEnd: string;
  before: DraftView[];
  after: DraftView[];
}
