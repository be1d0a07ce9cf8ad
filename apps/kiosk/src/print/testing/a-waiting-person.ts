import type { WaitingJobs, WaitingJobView } from "@working-social/copier/schema";

/** A print of 30 colour sides with 20 pages for it, unless said otherwise. */
export function aJob(job: Partial<WaitingJobView> = {}): WaitingJobView {
  return {
    id: "plan",
    deviceId: "copier",
    deviceName: "Copier 1",
    title: "Fire plan.pdf",
    colour: "colour",
    paperSize: "A4",
    isDuplex: false,
    copies: 1,
    sides: 30,
    sheets: 30,
    status: "held",
    unit: "colour_pages",
    credits: 20,
    moneyMinor: 250,
    openMinor: 0,
    priceMinor: 750,
    currency: "USD",
    at: "2026-11-25T09:00:00.000Z",
    expiresAt: "2026-11-26T09:00:00.000Z",
    isRefunded: false,
    balanceBefore: 20,
    balanceAfter: 0,
    ...job,
  };
}

export function aPerson(...jobs: WaitingJobView[]): WaitingJobs {
  return {
    personName: "Ana Ferreira",
    jobs,
    elsewhere: [],
    balances: [
      { unit: "mono_pages", left: 0, held: 0 },
      { unit: "colour_pages", left: 0, held: 20 },
    ],
  };
}
