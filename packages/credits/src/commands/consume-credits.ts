import type { Context, Sql } from "@working-social/db";
import type { EpochMs, Tax } from "@working-social/kernel";
import { requireQuantity, requireUnit } from "../rules/checks.ts";
import { lockLots, lockParts } from "../steps/lock-lots.ts";
import { lockWallet } from "../steps/owner.ts";
import { allocate } from "../rules/allocate.ts";
import { rolloverParts } from "../rules/plan-credits.ts";
import type { Cause, Consumption, CreditPart, CreditResource, CreditUnit } from "../schema.ts";
import type { NewTransfer } from "../steps/write-transfer.ts";
import { consumptionOf, insertEntries, insertTransfer, recordedTransfer, debitParts } from "../steps/write-transfer.ts";

export interface ConsumeInput {
  /** Who uses it: own credits, then the team's, by the order in `docs/algorithms/credits.md`. */
  personId: string;
  unit: CreditUnit;
  /** For money, and for nothing else. */
  currency?: string | null | undefined;
  quantity: number;
  /** When the usage happens; credits that are not valid then are not taken. */
  at: EpochMs;
  resource?: CreditResource | undefined;
  /** Where it is used and at which tax, when a line of a charge says so; else the resource's location, as it is now. */
  sold?: { locationId: string; tax: Tax } | undefined;
  cause: Cause;
  /** Repeating the call with the same key gives the same answer and takes nothing more. */
  idempotencyKey: string;
  mayOverdraw?: boolean | undefined;
  /**
   * Instead of the order of use: these, the first first, at most so much of each, whatever they are good for and whose they
   * are. What a refund in the same transaction has just given back, and stays used after all.
   */
  from?: readonly CreditPart[] | undefined;
}

/**
 * Takes as much as there is, and tells what is missing. Needs a transaction by `inTransaction`, so that the business and
 * its credits commit together. Throws bad_quantity, unknown_unit, currency_mismatch, idempotency_key_reused.
 */
export async function consumeCredits(tx: Sql, ctx: Context, input: ConsumeInput): Promise<Consumption> {
  requireQuantity(input.quantity);
  const currency = requireUnit(input);
  const { personId, unit, quantity, at, cause, idempotencyKey } = input;
  const transfer: NewTransfer = {
    kind: "consume",
    unit,
    currency,
    requested: quantity,
    personId,
    cause,
    usedAt: at,
    locationId: input.sold?.locationId ?? input.resource?.locationId,
    tax: input.sold?.tax,
    idempotencyKey,
  };
  // Before the transfer has its time: movements of a wallet are in the order in which they were made.
  await lockWallet(tx, ctx, personId);
  const transferId = await insertTransfer(tx, ctx, transfer);
  if (transferId === null) return recordedTransfer(tx, ctx, transfer);
  const parts = input.from
    ? rolloverParts(await lockParts(tx, ctx, input.from), quantity)
    : await partsInOrder(tx, ctx, input, currency);
  await insertEntries(tx, ctx, transferId, debitParts(parts, "used"));
  return consumptionOf(transferId, quantity, parts);
}

async function partsInOrder(
  tx: Sql,
  ctx: Context,
  { personId, unit, quantity, at, resource, mayOverdraw = false }: ConsumeInput,
  currency: string | null,
): Promise<CreditPart[]> {
  const lots = await lockLots(tx, ctx, { personId, unit, currency, mayOverdraw });
  return allocate(lots, { unit, currency, quantity, at, resource }).parts;
}
