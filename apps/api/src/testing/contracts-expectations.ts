import { newId } from "@working-social/kernel";
import type { Space } from "./a-space.ts";
import type { Expectation } from "./expectations.ts";
import { day, key } from "./samples.ts";

const version = (s: Space) => ({
  planId: s.planId,
  intervalMonths: 1,
  currency: "USD",
  priceMode: "gross",
  isPerSeat: false,
  prices: [{ fromPeriod: 0, priceMinor: 20_000 }],
  setupFeeMinor: 0,
  depositMinor: 0,
  noticeDays: 0,
  noticeMonths: 0,
  minimumMonths: 0,
  firstMonth: "all",
  accessHours: null,
});
const pause = (s: Space) => ({ id: s.contractId, change: { kind: "pause", startsOn: day(3), untilDay: day(9) } });

/** The part of `EXPECTATIONS` about plans with prices, contracts, invoices and the books. */
export const CONTRACTS_EXPECTATIONS: Record<string, Expectation> = {
  "plans.versions": { input: () => ({ planId: null }), foreign: "empty" },
  "plans.publishVersion": { input: (s) => ({ ...version(s), idempotencyKey: key() }), foreign: "not_found" },
  "contracts.mine": { foreign: "empty" },
  "contracts.list": { input: () => ({ cursor: null, search: "" }), foreign: "empty" },
  "contracts.get": { input: (s) => ({ id: s.contractId }), foreign: "not_found" },
  "contracts.sign": {
    input: (s) => ({
      holder: { teamId: s.teamId },
      payer: "holder",
      locationId: s.locationId,
      planVersionId: s.planVersionId,
      startsOn: day(1),
      billingDay: null,
      quantity: 1,
      couponCode: null,
      idempotencyKey: key(),
    }),
    foreign: "not_found",
  },
  "contracts.previewChange": { input: pause, foreign: "not_found" },
  "contracts.change": { input: (s) => ({ ...pause(s), idempotencyKey: key() }), foreign: "not_found" },
  "invoices.list": { input: () => ({ accountId: null, cursor: null }), foreign: "empty" },
  "invoices.mine": { input: () => ({ cursor: null }), foreign: "empty" },
  "invoices.get": { input: () => ({ id: newId() }), foreign: "not_found" },
  "invoices.credit": {
    input: () => ({ id: newId(), lines: null, reason: "A wrong price", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "billing.preview": { input: () => ({ issueDate: day(0) }), foreign: "empty" },
  "billing.previewAccount": { input: (s) => ({ accountId: s.contractId, issueDate: day(0) }), foreign: "empty" },
  "billing.start": { input: () => ({ issueDate: day(0), idempotencyKey: key() }), foreign: "empty" },
  "billing.runs": { foreign: "empty" },
  "billing.run": { input: () => ({ id: newId() }), foreign: "not_found" },
  "billing.results": { input: () => ({ id: newId() }), foreign: "empty" },
  "billing.trialBalance": { input: () => ({ sellerId: newId(), on: day(0) }), foreign: "empty" },
  "billing.journal": { input: () => ({ sellerId: newId(), cursor: null }), foreign: "empty" },
};
