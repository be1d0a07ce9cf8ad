import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import type { PlanVersionView } from "../../plans/schema.ts";
import type { Contract, ContractChange, ContractLine } from "../schema.ts";
import type { ChangeFacts, DecidedChange } from "./change.ts";
import { NOTHING } from "./change.ts";
import { decideCancel, decideUndoEnd } from "./decide-end.ts";
import { decidePause, decideResume, decideUndoPause } from "./decide-pause.ts";
import { periodTermsOf, renewalAfter, termsOf, withLine, withTerms } from "./plan-terms.ts";
import { dayAfter, termOn } from "./timelines.ts";

type ChangeOf<Kind extends ContractChange["kind"]> = Extract<ContractChange, { kind: Kind }>;

/**
 * What a change makes of a contract: pure, and the same for the preview and for the commit. Throws contract_over,
 * before_contract, not_retroactively, no_price_yet, interval_at_renewal, currency_of_contract, pause_overlaps, not_paused,
 * earliest_end, nothing_to_undo.
 */
export function decideChange(contract: Contract, change: ContractChange, facts: ChangeFacts): DecidedChange {
  const over = dayAfter(contract);
  const isOver = over !== null && over <= facts.today && change.kind !== "undo";
  if (isOver && !facts.isManager) throw billingError({ code: "contract_over", endsOn: addDays(over, -1) });
  switch (change.kind) {
    case "plan":
      return decidePlan(contract, change, facts);
    case "seats":
      return decideSeats(contract, change, facts);
    case "billing":
      return decideBilling(contract, change, facts);
    case "pause":
      return decidePause(contract, change, facts);
    case "resume":
      return decideResume(contract, change, facts);
    case "cancel":
      return decideCancel(contract, change, facts);
    case "undo":
      return decideUndo(contract, change, facts);
  }
}

function decidePlan(contract: Contract, change: ChangeOf<"plan">, facts: ChangeFacts): DecidedChange {
  const version = requireVersion(facts.version, contract);
  if (contract.billFrom === null) throw billingError({ code: "no_price_yet" });
  const from = dayOf(contract, change.from, facts);
  if (version.intervalMonths !== contract.intervalMonths) {
    if (change.from !== "renewal") throw billingError({ code: "interval_at_renewal" });
    return byAnotherInterval(contract, version, change.quantity, { from, facts });
  }
  const terms = termsOf(version, change.quantity, { day: from, terms: periodTermsOf(contract), newId: facts.newId });
  const { line, writes } = withTerms(planLine(contract), terms, from);
  return { after: withLine(contract, line), writes: { ...NOTHING, ...writes } };
}

/** More or fewer seats at the same price: every price that is still to come has them too. */
function decideSeats(contract: Contract, change: ChangeOf<"seats">, facts: ChangeFacts): DecidedChange {
  const from = dayOf(contract, change.from, facts);
  const line = planLine(contract);
  const present = termOn(line, from);
  if (!present?.planVersionId || contract.billFrom === null) throw billingError({ code: "no_price_yet" });
  const later = line.terms.filter((term) => term.validFrom > from);
  const terms = [{ ...present, validFrom: from }, ...later].map((term) => ({
    ...term,
    id: facts.newId(),
    quantity: change.quantity,
  }));
  const changed = withTerms(line, terms, from);
  return { after: withLine(contract, changed.line), writes: { ...NOTHING, ...changed.writes } };
}

/** Says what a contract costs that billed nothing so far, and from when. Only a manager may, and only once. */
function decideBilling(contract: Contract, change: ChangeOf<"billing">, facts: ChangeFacts): DecidedChange {
  const version = requireVersion(facts.version, contract);
  if (contract.billFrom !== null) throw billingError({ code: "billed_already", billFrom: contract.billFrom });
  if (version.intervalMonths === 0) throw billingError({ code: "day_pass_is_no_contract" });
  const from = atLeast(contract, change.billFrom, facts);
  const { noticeDays, noticeMonths, minimumMonths, intervalMonths } = version;
  const fields = {
    billFrom: from,
    billingDay: change.billingDay,
    noticeDays,
    noticeMonths,
    minimumMonths,
    ...(intervalMonths === contract.intervalMonths ? {} : { intervalMonths }),
  };
  const agreed = { ...contract, ...fields };
  const terms = termsOf(version, change.quantity, { day: from, terms: periodTermsOf(agreed), newId: facts.newId });
  const { line, writes } = withTerms(planLine(agreed), terms, from);
  const { setupFeeMinor, depositMinor } = version;
  return {
    after: { ...withLine(agreed, line), setupFeeMinor, depositMinor },
    writes: { ...NOTHING, ...writes, fields },
  };
}

/** Ends this contract with its period; another one by the other interval begins the day after. */
function byAnotherInterval(
  contract: Contract,
  version: PlanVersionView,
  quantity: number,
  { from, facts }: { from: LocalDate; facts: ChangeFacts },
): DecidedChange {
  const { newId } = facts;
  const startsOn = from;
  const { intervalMonths, noticeDays, noticeMonths, minimumMonths } = version;
  const agreed = {
    ...contract,
    id: newId(),
    startsOn,
    endsOn: null,
    billFrom: startsOn,
    intervalMonths,
    noticeDays,
    noticeMonths,
    minimumMonths,
  };
  const line = { ...planLine(contract), id: newId() };
  const terms = termsOf(version, quantity, { day: startsOn, terms: periodTermsOf(agreed), newId });
  const follower: Contract = {
    ...agreed,
    isCancelled: false,
    continuesId: contract.id,
    setupFeeMinor: 0,
    depositMinor: 0,
    discount: null,
    couponCode: null,
    pauses: [],
    lines: [{ ...line, terms }],
  };
  const fields = { endsOn: addDays(from, -1) };
  return { after: { ...contract, ...fields }, writes: { ...NOTHING, fields, follower } };
}

function decideUndo(contract: Contract, { what }: ChangeOf<"undo">, facts: ChangeFacts): DecidedChange {
  if (what === "pause") return decideUndoPause(contract, facts);
  if (what === "end") return decideUndoEnd(contract, facts);
  return decideUndoPlan(contract, facts);
}

/** Nothing that was to change does; what the running version's prices become later stays as it was agreed with it. */
function decideUndoPlan(contract: Contract, facts: ChangeFacts): DecidedChange {
  const tomorrow = addDays(facts.today, 1);
  const line = planLine(contract);
  const present = termOn(line, facts.today);
  const isOther = (term: (typeof line.terms)[number]) =>
    term.planVersionId !== present?.planVersionId || term.quantity !== present?.quantity;
  if (!line.terms.some((term) => term.validFrom >= tomorrow && isOther(term)))
    throw billingError({ code: "nothing_to_undo" });
  const { line: undone, writes } = withTerms(line, stepsToCome(contract, line, facts), tomorrow);
  return { after: withLine(contract, undone), writes: { ...NOTHING, ...writes } };
}

function stepsToCome(contract: Contract, line: ContractLine, { today, running, newId }: ChangeFacts) {
  const began = line.terms.find((term) => term.planVersionId === running?.id && running !== null);
  const present = termOn(line, today);
  if (!began || !running || !present) return [];
  const from = { day: began.validFrom, terms: periodTermsOf(contract), newId };
  return termsOf(running, present.quantity, from).filter((term) => term.validFrom > today);
}

function requireVersion(version: PlanVersionView | null, contract: Contract): PlanVersionView {
  if (version === null) throw billingError({ code: "no_price_yet" });
  if (version.intervalMonths === 0) throw billingError({ code: "day_pass_is_no_contract" });
  if (version.currency !== contract.currency)
    throw billingError({ code: "currency_of_contract", currency: contract.currency });
  return version;
}

function dayOf(contract: Contract, from: ChangeOf<"plan">["from"], facts: ChangeFacts): LocalDate {
  return from === "renewal" ? renewalAfter(contract, facts.today) : atLeast(contract, from.on, facts);
}

/** A day of the contract; of members one that is not over. */
function atLeast(contract: Contract, day: LocalDate, { today, isManager }: ChangeFacts): LocalDate {
  if (day < contract.startsOn) throw billingError({ code: "before_contract", startsOn: contract.startsOn });
  if (contract.endsOn !== null && day > contract.endsOn)
    throw billingError({ code: "contract_over", endsOn: contract.endsOn });
  if (day < today && !isManager) throw billingError({ code: "not_retroactively", today });
  return day;
}

function planLine(contract: Contract): ContractLine {
  const line = contract.lines.find(({ kind }) => kind === "plan");
  if (!line) throw billingError({ code: "no_plan_in_contract" });
  return line;
}
