import type { Contract, Term } from "@working-social/billing/schema";

/** $320.00 a month for one, from 1 November 2026 on. */
export function aTerm(term: Partial<Term> = {}): Term {
  return {
    id: "term",
    validFrom: "2026-11-01",
    planVersionId: "full-time-1",
    planId: "full-time",
    planName: "Full-time",
    unitPriceMinor: 320_00,
    quantity: 1,
    ...term,
  };
}

/** A membership of Ana's, paid each month, that goes on by itself. */
export function aContract(contract: Partial<Contract> = {}, terms: Term[] = [aTerm()]): Contract {
  return {
    id: "contract",
    kind: "membership",
    personId: "ana",
    teamId: null,
    holderName: "Ana Ferreira",
    billingAccountId: "account",
    locationId: "location",
    timeZone: "Asia/Kathmandu",
    currency: "USD",
    priceMode: "net",
    startsOn: "2026-11-01",
    endsOn: null,
    intervalMonths: 1,
    billingDay: null,
    billFrom: "2026-11-01",
    noticeDays: 0,
    noticeMonths: 1,
    minimumMonths: 0,
    isCancelled: false,
    continuesId: null,
    setupFeeMinor: 0,
    depositMinor: 0,
    discount: null,
    couponCode: null,
    lines: [
      { id: "line", kind: "plan", resourceId: null, resourceName: null, unitName: null, description: null, terms },
    ],
    pauses: [],
    ...contract,
  };
}
