import type { Page } from "@playwright/test";
import type {
  Contract,
  Holder,
  InvoiceSummary,
  PlanVersionView,
  PublishPlanVersionInput,
  RunView,
  SellerView,
  SignContractInput,
} from "@working-social/billing/schema";
import { ask, change, create } from "./api.ts";
import type { TestSpace } from "./make-space.ts";
import { control, dayIn, expect, type test } from "./test.ts";

type Open = Parameters<Parameters<typeof test>[2]>[0]["open"];

// What a space does before a member has a plan with a price: through the API, as its managers' browsers would.

/** A window of somebody who may do all of it. */
export async function anOwner({ open, space }: { open: Open; space: TestSpace }): Promise<Page> {
  await control("/people/role", { personId: space.mira.personId, role: "owner" });
  return open(space.mira);
}

/** A plan with its price: $200.00 a month and no tax in it, unless said otherwise. */
export async function aPricedPlan(
  owner: Page,
  name: string,
  version: Partial<PublishPlanVersionInput> = {},
): Promise<PlanVersionView> {
  const known = (await ask<{ id: string; name: string }[]>(owner, "plans.list")).find((plan) => plan.name === name);
  const { id: planId } = known ?? (await create<{ id: string }>(owner, "plans.create", { name }));
  return create(owner, "plans.publishVersion", {
    planId,
    intervalMonths: 1,
    currency: "USD",
    priceMode: "net",
    isPerSeat: false,
    prices: [{ fromPeriod: 0, priceMinor: 200_00 }],
    setupFeeMinor: 0,
    depositMinor: 0,
    noticeDays: 0,
    noticeMonths: 0,
    minimumMonths: 0,
    firstMonth: "all",
    accessHours: null,
    ...version,
  });
}

/** A membership from the first of this month on, paid by whoever has it. */
export async function aContract(
  owner: Page,
  { locationId, timeZone }: TestSpace,
  holder: Holder,
  version: PlanVersionView,
  more: Partial<SignContractInput> = {},
): Promise<Contract> {
  return create(owner, "contracts.sign", {
    holder,
    payer: "holder",
    locationId,
    planVersionId: version.id,
    startsOn: dayIn(timeZone, 0).with({ day: 1 }).toString(),
    billingDay: null,
    quantity: 1,
    couponCode: null,
    ...more,
  });
}

/** The seller's prices without tax, and its bank account. */
export async function aSellerWithAccount(owner: Page): Promise<void> {
  const [seller] = await ask<SellerView[]>(owner, "sellers.list");
  const account = { accountHolder: "Quayside Works Ltd", iban: "DE89370400440532013000", bic: "COBADEFFXXX" };
  const place = { street: "Rope Walk 14", postCode: "10115", city: "Berlin", country: "DE" };
  const contact = { contactEmail: "billing@quayside.example" };
  const edited = { legalName: "Quayside Works Ltd", ...place, ...account, ...contact, priceMode: "net" } as const;
  const before: Readonly<Record<string, unknown>> = { ...seller };
  const seen = Object.fromEntries(Object.keys(edited).map((field) => [field, before[field]]));
  await change(owner, "sellers.update", { id: seller?.id, ...edited, seen });
}

/** Bills everybody as of today; the jobs of the server do it within the minute. */
export async function bill(owner: Page, { timeZone }: TestSpace): Promise<InvoiceSummary[]> {
  const { id } = await create<RunView>(owner, "billing.start", { issueDate: dayIn(timeZone, 0).toString() });
  const isDone = async () => (await ask<RunView>(owner, "billing.run", { id })).status;
  await expect.poll(isDone, { timeout: 90_000, intervals: [1_000] }).toBe("done");
  return (await ask<{ invoices: InvoiceSummary[] }>(owner, "invoices.list", { accountId: null, cursor: null }))
    .invoices;
}
