import type { LocalDate } from "@working-social/kernel";
import type { PlanVersionView } from "../../plans/schema.ts";
import type { Contract, Pause, Term } from "../schema.ts";

/** What a change looks at beside the contract. */
export interface ChangeFacts {
  /** The day at the contract's location. */
  readonly today: LocalDate;
  /** The version that the change names; null: it names none. */
  readonly version: PlanVersionView | null;
  /** The version that counts today, for what its prices become later; null: none was agreed. */
  readonly running: PlanVersionView | null;
  /** Whether whoever asks manages contracts: members change what is to come, and end it as agreed. */
  readonly isManager: boolean;
  newId(): string;
}

/** What is written for a change, in this order. */
export interface ContractWrites {
  readonly withdrawnTermIds: readonly string[];
  readonly newTerms: readonly (Term & { readonly lineId: string })[];
  readonly withdrawnPauseIds: readonly string[];
  /** With their new end, where they are there already. */
  readonly pauses: readonly Pause[];
  /** The contract's own fields that differ. */
  readonly fields: Partial<
    Pick<
      Contract,
      | "endsOn"
      | "isCancelled"
      | "billFrom"
      | "billingDay"
      | "noticeDays"
      | "noticeMonths"
      | "minimumMonths"
      | "intervalMonths"
    >
  >;
  /** By another interval: it begins when this one ends. */
  readonly follower: Contract | null;
  readonly withdrawnFollower: boolean;
  /** It never began. */
  readonly isWithdrawn: boolean;
}

/** The contract as it will be, with what has to be written to get there. */
export interface DecidedChange {
  readonly after: Contract;
  readonly writes: ContractWrites;
}

export const NOTHING: ContractWrites = {
  withdrawnTermIds: [],
  newTerms: [],
  withdrawnPauseIds: [],
  pauses: [],
  fields: {},
  follower: null,
  withdrawnFollower: false,
  isWithdrawn: false,
};
