import type { Page } from "@playwright/test";
import { ask, create } from "./api.ts";
import type { Billed } from "./every-page.ts";
import type { TestSpace } from "./make-space.ts";
import { dayIn, expect } from "./test.ts";

const TERMS = {
  intervalMonths: 1,
  currency: "USD",
  priceMode: "net",
  isPerSeat: false,
  setupFeeMinor: 4900,
  depositMinor: 50_000,
  noticeDays: 0,
  noticeMonths: 1,
  minimumMonths: 3,
  firstMonth: "all",
  accessHours: null,
};

/** A price, a contract of Ana from today on, and the run that bills it; by somebody who may bill. */
export async function billMonth(page: Page, { ana, locationId, timeZone }: TestSpace): Promise<Billed> {
  const [plan] = await ask<{ id: string }[]>(page, "plans.list");
  const prices = [
    { fromPeriod: 0, priceMinor: 17_500 },
    { fromPeriod: 1, priceMinor: 35_000 },
  ];
  const version = await create<{ id: string }>(page, "plans.publishVersion", { ...TERMS, planId: plan?.id, prices });
  const today = dayIn(timeZone, 0).toString();
  const { id: contractId } = await create<{ id: string }>(page, "contracts.sign", {
    holder: { personId: ana.personId },
    payer: "holder",
    locationId,
    planVersionId: version.id,
    startsOn: today,
    billingDay: null,
    quantity: 1,
    couponCode: null,
  });
  const { id: runId } = await create<{ id: string }>(page, "billing.start", { issueDate: today });
  const status = async () => (await ask<{ status: string }>(page, "billing.run", { id: runId })).status;
  await expect.poll(status, { timeout: 30_000 }).toBe("done");
  const { invoices } = await ask<{ invoices: { id: string }[] }>(page, "invoices.list", {
    accountId: null,
    cursor: null,
  });
  return { contractId, runId, invoiceId: invoices[0]?.id ?? "" };
}
