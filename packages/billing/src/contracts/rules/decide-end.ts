import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { earliestLastDay } from "../../rules/index.ts";
import type { Contract, ContractChange } from "../schema.ts";
import type { ChangeFacts, DecidedChange } from "./change.ts";
import { NOTHING } from "./change.ts";
import { periodTermsOf } from "./plan-terms.ts";

type CancelChange = Extract<ContractChange, { kind: "cancel" }>;

/** The earliest last day of a contract that is cancelled on a day: with the period in which notice and minimum term are over. */
export function earliestEnd(contract: Contract, givenOn: LocalDate): LocalDate {
  const { noticeDays, noticeMonths, minimumMonths } = contract;
  const notice =
    noticeMonths > 0
      ? ({ unit: "months", count: noticeMonths } as const)
      : ({ unit: "days", count: noticeDays } as const);
  const terms = { ...periodTermsOf(contract), notice, minimumTermMonths: minimumMonths, endsWithPeriod: true };
  return earliestLastDay(terms, givenOn);
}

/**
 * Ends a contract. Members end it as early as was agreed, or later; a manager on any day of it, also one that is over or was
 * charged already: what was paid for later comes back. Throws earliest_end, before_contract.
 */
export function decideCancel(contract: Contract, { lastDay }: CancelChange, facts: ChangeFacts): DecidedChange {
  const earliest = earliestEnd(contract, facts.today);
  const endsOn = lastDay ?? earliest;
  if (endsOn < contract.startsOn) throw billingError({ code: "before_contract", startsOn: contract.startsOn });
  if (endsOn < earliest && !facts.isManager) throw billingError({ code: "earliest_end", endsOn: earliest });
  const fields = { endsOn, isCancelled: true };
  return { after: { ...contract, ...fields }, writes: { ...NOTHING, fields } };
}

/** A contract that has not ended goes on. Throws nothing_to_undo. */
export function decideUndoEnd(contract: Contract, { today }: ChangeFacts): DecidedChange {
  if (contract.endsOn === null || addDays(contract.endsOn, 1) <= today) throw billingError({ code: "nothing_to_undo" });
  const fields = { endsOn: null, isCancelled: false };
  return { after: { ...contract, ...fields }, writes: { ...NOTHING, fields, withdrawnFollower: true } };
}
