import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { newId, notFound } from "@working-social/kernel";
import { requireQuantity, requireUnit, normalizeScope } from "../rules/checks.ts";
import { lockOwner, requireOwner } from "../steps/owner.ts";
import { ownerIds } from "../rules/owner-ids.ts";
import type { Cause, CreditOwner, CreditScope, CreditSource, CreditUnit } from "../schema.ts";
import type { NewTransfer } from "../steps/write-transfer.ts";
import { creditParts, insertEntries, insertTransfer, recordedTransfer } from "../steps/write-transfer.ts";
import { repayOverdraft } from "./repay-overdraft.ts";

export interface GrantInput {
  owner: CreditOwner;
  unit: CreditUnit;
  currency?: string | null | undefined;
  quantity: number;
  source: Exclude<CreditSource, "overdraft">;
  label: string;
  /** Pays for usage in [startsAt, expiresAt); absent: without a bound. */
  startsAt?: EpochMs | null | undefined;
  expiresAt?: EpochMs | null | undefined;
  scope?: CreditScope | undefined;
  /** For plan and rollover. */
  planId?: string | undefined;
  rolloverCap?: number | undefined;
  /** What was paid for all of it, and is taxed as it is used. */
  prepaid?: { amountMinor: number; currency: string } | undefined;
  cause: Cause;
  reason?: string | undefined;
  idempotencyKey: string;
}

export interface Grant {
  lotId: string;
  quantity: number;
  /** What an overdraft took of it at once. */
  repaid: number;
}

/**
 * Makes a lot and fills it; credits good for anything first repay what their owner has overdrawn. Unpaid usage is settled
 * by `charges`, which knows what is open: call `settleUnpaidUsage` after it. Throws bad_quantity, unknown_unit,
 * currency_mismatch, not_found (owner), idempotency_key_reused.
 */
export async function grantCredits(tx: Sql, ctx: Context, input: GrantInput): Promise<Grant> {
  requireQuantity(input.quantity);
  const currency = requireUnit(input);
  await requireOwner(tx, ctx, input.owner);
  const { unit, quantity, cause, reason, idempotencyKey } = input;
  const transfer: NewTransfer = {
    kind: "grant",
    unit,
    currency,
    requested: quantity,
    personId: ownerIds(input.owner).personId,
    cause,
    reason,
    idempotencyKey,
  };
  // Before the transfer has its time: movements of a wallet are in the order in which they were made.
  await lockOwner(tx, ctx, input.owner);
  const transferId = await insertTransfer(tx, ctx, transfer);
  if (transferId === null) return recordedGrant(tx, ctx, transfer);
  const prepaid = input.prepaid && { ...input.prepaid, quantity };
  const lotId = await insertLot(tx, ctx, { ...input, currency, prepaid });
  await insertEntries(tx, ctx, transferId, creditParts([{ lotId, quantity }], "issued"));
  const repaid = isForAnything(input.scope)
    ? await repayOverdraft(tx, ctx, { owner: input.owner, unit, currency, lotId, quantity })
    : 0;
  return { lotId, quantity, repaid };
}

function isForAnything(scope: CreditScope | undefined): boolean {
  return !scope || scope.resourceIds.length + scope.resourceKinds.length + scope.locationIds.length === 0;
}

async function recordedGrant(tx: Sql, ctx: Context, transfer: NewTransfer): Promise<Grant> {
  const { parts } = await recordedTransfer(tx, ctx, transfer);
  const [part] = parts;
  if (!part) throw notFound("lot");
  return { ...part, repaid: 0 };
}

export interface NewLot extends Pick<
  GrantInput,
  "owner" | "unit" | "label" | "startsAt" | "expiresAt" | "scope" | "planId" | "rolloverCap"
> {
  currency: string | null;
  source: CreditSource;
  /** What was paid for so many of it, and is taxed as they are used. */
  prepaid?: { amountMinor: number; currency: string; quantity: number } | undefined;
}

/** An empty lot. Returns its id. */
export async function insertLot(tx: Sql, ctx: Context, lot: NewLot): Promise<string> {
  const id = newId();
  const { personId, teamId } = ownerIds(lot.owner);
  const scope = normalizeScope(lot.scope);
  const instant = (at: EpochMs | null | undefined) => (at === null || at === undefined ? null : timestamp(at));
  await tx.query(
    `INSERT INTO credit_lots (id, organization_id, person_id, team_id, unit, currency, source, label, starts_at, expires_at, resource_ids,
       resource_kinds, location_ids, plan_id, rollover_cap, created_at, prepaid_minor, prepaid_currency, prepaid_quantity)
     VALUES ($id::uuid, $organizationId::uuid, $personId::uuid, $teamId::uuid, $unit::credit_unit, $currency, $source::credit_source,
       $label, $startsAt::timestamptz, $expiresAt::timestamptz, $resourceIds::uuid[], $resourceKinds::text[], $locationIds::uuid[],
       $planId::uuid, $rolloverCap::bigint, $now::timestamptz, $prepaidMinor::bigint, $prepaidCurrency, $prepaidQuantity::bigint)`,
    {
      id,
      organizationId: ctx.organizationId,
      personId,
      teamId,
      unit: lot.unit,
      currency: lot.currency,
      source: lot.source,
      label: lot.label,
      startsAt: instant(lot.startsAt),
      expiresAt: instant(lot.expiresAt),
      resourceIds: scope.resourceIds,
      resourceKinds: scope.resourceKinds,
      locationIds: scope.locationIds,
      planId: lot.planId ?? null,
      rolloverCap: lot.rolloverCap ?? 0,
      now: timestamp(ctx.clock.now()),
      prepaidMinor: lot.prepaid?.amountMinor ?? null,
      prepaidCurrency: lot.prepaid?.currency ?? null,
      prepaidQuantity: lot.prepaid?.quantity ?? null,
    },
  );
  return id;
}
