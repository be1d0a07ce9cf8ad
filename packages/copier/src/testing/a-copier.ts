import { grantCredits } from "@working-social/credits";
import type { CreditUnit } from "@working-social/credits";
import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import type { PersonOptions, TestDatabase } from "@working-social/db/testing";
import { aLocation, anOrganization, aPerson, TEST_NOW } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { DomainError, fixedClock, newId } from "@working-social/kernel";
import { createPrintDevice } from "../devices/commands/create-print-device.ts";
import { findDeviceContext } from "../devices/queries.ts";
import { reportPrintJobs } from "../jobs/commands/report-print-jobs.ts";
import type { DeviceAnswer, EventOutcome, PrintedEvent, SubmittedEvent } from "../jobs/schema.ts";
import { createPrintKiosk } from "../kiosks/commands/create-print-kiosk.ts";
import type { Kiosk } from "../kiosks/queries.ts";
import { findKioskContext } from "../kiosks/queries.ts";
import { setPrintPrices } from "../commands/set-print-prices.ts";
import type { PrintPriceRow } from "../prices/schema.ts";

/** Mono A4 at 0.10, 0.08 a side when it shares its sheet; colour 0.50; A3 twice. */
export const PRICES: PrintPriceRow[] = [
  { colour: "mono", paperSize: "A4", isDuplex: false, priceMinor: 10, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A4", isDuplex: true, priceMinor: 8, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A3", isDuplex: false, priceMinor: 20, creditsPerSide: 2 },
  { colour: "colour", paperSize: "A4", isDuplex: false, priceMinor: 50, creditsPerSide: 1 },
];

/** A copier with a price table, in an organization of its own, with a member named Ana. */
export interface Copier {
  organizationId: string;
  locationId: string;
  deviceId: string;
  token: string;
  clock: ReturnType<typeof fixedClock>;
  ana: Context;
  anaId: string;
  desk: Context;
  manager: Context;
  device: Context;
  /** A screen beside the copier. */
  kiosk: { token: string; ctx: Context; at: Kiosk };
  another(options?: PersonOptions): Promise<{ id: string; ctx: Context }>;
  give(owner: { personId: string } | { teamId: string }, unit: CreditUnit, quantity: number): Promise<void>;
  report(...events: unknown[]): Promise<EventOutcome["outcome"][]>;
  answer(...events: unknown[]): Promise<DeviceAnswer>;
  /** What the ledger says: used and held page credits of the organization, and open charges. */
  books(): Promise<{ used: number; held: number; openMinor: number }>;
}

export async function aCopier(database: TestDatabase, prices: PrintPriceRow[] = PRICES): Promise<Copier> {
  const { owner } = database;
  const { id: organizationId } = await anOrganization(owner);
  const { id: locationId } = await aLocation(owner, organizationId, {
    timeZone: "Australia/Lord_Howe",
    currency: "EUR",
  });
  const clock = fixedClock(TEST_NOW);
  const another = async (options: PersonOptions = {}) => {
    const { id, actor } = await aPerson(owner, organizationId, options);
    return { id, ctx: database.context(organizationId, actor, clock) };
  };
  const as = async (role: Role) => (await another({ role })).ctx;
  const ana = await another({ email: "ana@example.test" });
  await aPerson(owner, organizationId, { role: "owner", userId: `user-${organizationId}` });
  const manager = await as("community_manager");
  const { id: deviceId, token } = await createPrintDevice(manager, {
    locationId,
    name: "Copier",
    defaultColour: "mono",
    defaultPaperSize: "A4",
  });
  if (prices.length > 0) await setPrintPrices(manager, { locationId, rows: prices });
  const device = (await findDeviceContext(database.db, clock, token))?.ctx;
  if (!device) throw new Error("The new token opens nothing.");
  const kiosk = await aKiosk(database, clock, manager, deviceId);
  const answer = (...events: unknown[]) => reportPrintJobs(device, deviceId, { events });
  return {
    organizationId,
    locationId,
    deviceId,
    token,
    clock,
    ana: ana.ctx,
    anaId: ana.id,
    desk: await as("front_desk"),
    manager,
    device,
    kiosk,
    another,
    answer,
    give: (to, unit, quantity) =>
      inTransaction(manager, async (tx) => {
        const key = newId();
        await grantCredits(tx, manager, {
          owner: to,
          unit,
          quantity,
          source: "pack",
          label: "Pack",
          cause: { type: "by_hand", id: key, label: "Pack" },
          idempotencyKey: key,
        });
      }),
    report: async (...events) => (await answer(...events)).results.map(({ outcome }) => outcome),
    books: () => booksOf(database, organizationId),
  };
}

async function aKiosk(
  { db }: TestDatabase,
  clock: Copier["clock"],
  manager: Context,
  deviceId: string,
): Promise<Copier["kiosk"]> {
  const { token } = await createPrintKiosk(manager, { deviceId, name: "Kiosk" });
  const found = await findKioskContext(db, clock, token);
  if (!found) throw new Error("The new token opens nothing.");
  return { token, ctx: found.ctx, at: found.kiosk };
}

async function booksOf(
  { owner }: TestDatabase,
  organizationId: string,
): Promise<{ used: number; held: number; openMinor: number }> {
  const { rows } = await owner.query<{ used: number; held: number; openMinor: number }>(
    `SELECT (SELECT coalesce(sum(quantity), 0)::int FROM credit_usages WHERE organization_id = $1 AND cause_type = 'print_job') AS used,
       (SELECT coalesce(sum(held), 0)::int FROM credit_balances WHERE organization_id = $1) AS held,
       ((SELECT coalesce(sum(amount_minor), 0) FROM charges WHERE organization_id = $1)
         + (SELECT coalesce(sum(amount_minor), 0) FROM charge_adjustments WHERE organization_id = $1))::int AS "openMinor"`,
    [organizationId],
  );
  return rows[0] ?? { used: Number.NaN, held: Number.NaN, openMinor: Number.NaN };
}

/** Ana's job of three mono sides, as a log tells it, unless told otherwise. */
export function printed(event: Partial<PrintedEvent> = {}): PrintedEvent {
  return { type: "printed", ...job(), sides: 3, ...event };
}

export function submitted(event: Partial<SubmittedEvent> = {}): SubmittedEvent {
  return { type: "submitted", ...job(), estimatedSides: 3, ...event };
}

function job(): Omit<PrintedEvent, "type" | "sides"> {
  return {
    key: `Copier/1@${newId()}`,
    printer: "Copier",
    jobId: "1",
    user: "ana@example.test",
    title: "Plan",
    at: TEST_NOW,
    copies: 1,
    colour: null,
    paperSize: null,
    isDuplex: null,
  };
}

export async function refusalOf(command: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await command;
  } catch (error) {
    if (error instanceof DomainError) return { ...error.refusal };
    throw error;
  }
  throw new Error("The command was not refused.");
}
