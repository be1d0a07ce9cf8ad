import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { CreatePackInput } from "@working-social/charges/schema";
import type { CreditUnit } from "@working-social/credits/schema";
import { ask, change, create } from "./api.ts";
import type { TestPerson, TestSpace } from "./make-space.ts";

// What managers and print servers do before a member comes: through the API, as their browsers and agents would.

const anything = { resourceIds: [], resourceKinds: [], locationIds: [] };

/** The plan that everybody of the test space is on gives this from now on. */
export async function planGives(mira: Page, gives: Partial<Record<CreditUnit, number>>): Promise<void> {
  const [plan] = await ask<{ id: string }[]>(mira, "plans.list");
  const allowances = Object.entries(gives).map(([unit, quantity]) => {
    return { unit, quantity, currency: null, rolloverCap: 0, scope: anything };
  });
  await change(mira, "credits.setPlanAllowances", { planId: plan?.id, allowances, from: "now" });
}

/** A pack that lasts 90 days. */
export async function aPack(mira: Page, pack: Pick<CreatePackInput, "name" | "unit" | "quantity" | "priceMinor">) {
  const usual = { currency: null, priceCurrency: "USD", validDays: 90, scope: anything };
  await create(mira, "credits.createPack", { ...usual, ...pack });
}

export interface TestCopier {
  /** A document that somebody sent to the copier's queue, where it waits. */
  send: (person: TestPerson, title: string, sides: number, colour?: "mono" | "colour") => Promise<TestDocument>;
  /** It comes out of the copier, with so many sides. */
  print: (document: TestDocument, sides: number) => Promise<void>;
}

type TestDocument = Record<string, unknown> & { key: string };

/** A copier with prices: 25 cents a colour side, 10 cents a mono one. */
export async function aCopier(mira: Page, { locationId }: TestSpace): Promise<TestCopier> {
  const device = { locationId, name: "Copier 1", defaultColour: "mono", defaultPaperSize: "A4" };
  const { token } = await change<{ token: string }>(mira, "printing.createDevice", {
    ...device,
    idempotencyKey: randomUUID(),
  });
  const paper = { paperSize: "A4", isDuplex: false, creditsPerSide: 1 };
  const rows = [
    { ...paper, colour: "colour", priceMinor: 25 },
    { ...paper, colour: "mono", priceMinor: 10 },
  ];
  await change(mira, "printing.setPrices", { locationId, rows });
  const now = () => Temporal.Now.instant().toString({ smallestUnit: "millisecond" });
  return {
    send: async ({ email }, title, sides, colour = "colour") => {
      const jobId = String(Math.floor(Math.random() * 1e9));
      const job = { printer: "Copier", jobId, copies: 1, colour, paperSize: "A4", isDuplex: false };
      const document = { ...job, key: `Copier/${randomUUID()}`, user: email, title, at: now() };
      await report(token, { type: "submitted", ...document, estimatedSides: sides }, "held");
      return document;
    },
    print: (document, sides) =>
      report(token, { ...document, type: "printed", key: `${document.key} out`, at: now(), sides }, "settled"),
  };
}

/** What the print server's agent tells, and what has to become of it. */
async function report(token: string, event: object, outcome: string): Promise<void> {
  const response = await fetch(`${process.env["E2E_URL"]}/api/print/jobs`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ events: [event] }),
  });
  const answer = await response.text();
  if (!answer.includes(`"${outcome}"`)) throw new Error(`The copier's report came to something else: ${answer}`);
}
