import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CommonRefusal, EpochMs, Tax } from "@working-social/kernel";
import { DomainError, newId } from "@working-social/kernel";
import type { Cause, Consumption, CreditPart, CreditUnit, TransferKind } from "../schema.ts";

export interface NewTransfer {
  kind: TransferKind;
  unit: CreditUnit;
  currency: string | null;
  requested: number;
  personId: string | null;
  cause: Cause;
  reason?: string | null | undefined;
  usedAt?: EpochMs | undefined;
  /** Where it is used. */
  locationId?: string | undefined;
  /** Of what it pays for; else that of the location at this moment. */
  tax?: Tax | undefined;
  holdId?: string | undefined;
  idempotencyKey: string;
}

/** The account at the other side of a lot. */
export type Counterpart = "issued" | "used" | "breakage" | "taken_back";

/**
 * Begins a transfer; its entries follow in the same transaction. Null: the key is taken, so this has been done. Whoever
 * comes second with the same key waits here until the first has ended.
 */
export async function insertTransfer(tx: Sql, ctx: Context, transfer: NewTransfer): Promise<string | null> {
  const { cause, actor } = { cause: transfer.cause, actor: ctx.actor };
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO credit_transfers (id, organization_id, kind, unit, currency, requested, person_id, cause_type, cause_id, cause_label,
       reason, used_at, hold_id, actor_person_id, idempotency_key, posted_at, location_id, tax_category, tax_basis_points)
     VALUES ($id::uuid, $organizationId::uuid, $kind::credit_transfer_kind, $unit::credit_unit, $currency, $requested::bigint,
       $personId::uuid, $causeType, $causeId, $causeLabel, $reason, $usedAt::timestamptz, $holdId::uuid, $actorPersonId::uuid,
       $idempotencyKey, $now::timestamptz, $locationId::uuid,
       coalesce($taxCategory::tax_category, (SELECT CASE WHEN z.tax_basis_points > 0 THEN 'S' ELSE z.zero_tax_category END FROM locations z
         WHERE z.organization_id = $organizationId::uuid AND z.id = $locationId::uuid)),
       coalesce($taxBasisPoints::int, (SELECT z.tax_basis_points FROM locations z
         WHERE z.organization_id = $organizationId::uuid AND z.id = $locationId::uuid)))
     ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      kind: transfer.kind,
      unit: transfer.unit,
      currency: transfer.currency,
      requested: transfer.requested,
      personId: transfer.personId,
      causeType: cause.type,
      causeId: cause.id,
      causeLabel: cause.label,
      reason: transfer.reason ?? null,
      usedAt: transfer.usedAt === undefined ? null : timestamp(transfer.usedAt),
      holdId: transfer.holdId ?? null,
      actorPersonId: actor.kind === "person" ? actor.personId : null,
      idempotencyKey: transfer.idempotencyKey,
      now: timestamp(ctx.clock.now()),
      locationId: transfer.locationId ?? null,
      taxCategory: transfer.tax?.category ?? null,
      taxBasisPoints: transfer.tax?.basisPoints ?? null,
    },
  );
  return row?.id ?? null;
}

interface Entry {
  account: "lot" | Counterpart;
  lotId: string | null;
  quantity: number;
}

/** Takes the parts from their lots (a refund or a grant: gives them), and the sum to or from the counterpart. */
export function debitParts(parts: readonly CreditPart[], to: Counterpart): Entry[] {
  return withCounterpart(
    parts.map(({ lotId, quantity }) => ({ account: "lot", lotId, quantity: -quantity })),
    to,
  );
}

export function creditParts(parts: readonly CreditPart[], from: Counterpart): Entry[] {
  return withCounterpart(
    parts.map(({ lotId, quantity }) => ({ account: "lot", lotId, quantity })),
    from,
  );
}

/** From some lots into one other. */
export function transferParts(parts: readonly CreditPart[], toLotId: string): Entry[] {
  const taken: Entry[] = parts.map(({ lotId, quantity }) => ({ account: "lot", lotId, quantity: -quantity }));
  return [...taken, { account: "lot", lotId: toLotId, quantity: sumOf(parts) }];
}

function withCounterpart(lots: Entry[], account: Counterpart): Entry[] {
  const sum = lots.reduce((total, { quantity }) => total + quantity, 0);
  return sum === 0 ? [] : [...lots, { account, lotId: null, quantity: -sum }];
}

export function sumOf(parts: readonly CreditPart[]): number {
  return parts.reduce((total, { quantity }) => total + quantity, 0);
}

/** Writes the entries of a transfer of this transaction; triggers move the balances. */
export async function insertEntries(
  tx: Sql,
  ctx: Context,
  transferId: string,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `INSERT INTO credit_entries (id, organization_id, transfer_id, account, lot_id, quantity, position)
     SELECT e.id, $1::uuid, $2::uuid, e.account::credit_account, e.lot_id, e.quantity, e.position
     FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::bigint[]) WITH ORDINALITY AS e(id, account, lot_id, quantity, position)`,
    [
      ctx.organizationId,
      transferId,
      entries.map(() => newId()),
      entries.map(({ account }) => account),
      entries.map(({ lotId }) => lotId),
      entries.map(({ quantity }) => quantity),
    ],
  );
}

/** What was written under the key before. Throws idempotency_key_reused when it was about something else. */
export async function recordedTransfer(tx: Sql, ctx: Context, asked: NewTransfer): Promise<Consumption> {
  const rows = await tx.query<{
    id: string;
    is_same: boolean;
    requested: number;
    lot_id: string | null;
    quantity: number | null;
  }>(
    `SELECT t.id,
      t.kind = $kind::credit_transfer_kind AND t.unit = $unit::credit_unit AND t.currency IS NOT DISTINCT FROM $currency AND t.requested = $requested::bigint
         AND t.person_id IS NOT DISTINCT FROM $personId::uuid AND t.cause_type = $causeType AND t.cause_id = $causeId AS is_same,
       t.requested, e.lot_id, abs(e.quantity) AS quantity
     FROM credit_transfers t LEFT JOIN credit_entries e ON e.transfer_id = t.id AND e.lot_id IS NOT NULL
     WHERE t.organization_id = $organizationId::uuid AND t.idempotency_key = $idempotencyKey ORDER BY e.position`,
    {
      organizationId: ctx.organizationId,
      idempotencyKey: asked.idempotencyKey,
      kind: asked.kind,
      unit: asked.unit,
      currency: asked.currency,
      requested: asked.requested,
      personId: asked.personId,
      causeType: asked.cause.type,
      causeId: asked.cause.id,
    },
  );
  const [first] = rows;
  if (!first?.is_same) throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  const parts = rows.flatMap(({ lot_id, quantity }) =>
    lot_id === null || quantity === null ? [] : [{ lotId: lot_id, quantity }],
  );
  return consumptionOf(first.id, first.requested, parts);
}

export function consumptionOf(transferId: string | null, requested: number, parts: readonly CreditPart[]): Consumption {
  const covered = sumOf(parts);
  return { transferId, requested, covered, missing: requested - covered, parts: [...parts] };
}
