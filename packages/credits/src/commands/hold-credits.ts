import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CommonRefusal, EpochMs } from "@working-social/kernel";
import { DomainError, formatInstant, newId } from "@working-social/kernel";
import { requireQuantity, requireUnit } from "../rules/checks.ts";
import { lockLots } from "../steps/lock-lots.ts";
import { lockWallet } from "../steps/owner.ts";
import { allocate } from "../rules/allocate.ts";
import type { CreditPart, Hold } from "../schema.ts";
import { sumOf } from "../steps/write-transfer.ts";
import type { ConsumeInput } from "./consume-credits.ts";

export interface HoldInput extends ConsumeInput {
  /** After this the credits are free again, without anybody doing anything. */
  expiresAt: EpochMs;
}

/**
 * Sets credits aside, as much as there is: nobody else can spend them until the hold is settled, voided or over. Throws
 * bad_quantity, unknown_unit, currency_mismatch, idempotency_key_reused.
 */
export async function holdCredits(tx: Sql, ctx: Context, input: HoldInput): Promise<Hold> {
  requireQuantity(input.quantity);
  const currency = requireUnit(input);
  const { personId, unit, quantity, at, resource, mayOverdraw = false } = input;
  await lockWallet(tx, ctx, personId);
  const holdId = await insertHold(tx, ctx, input, currency);
  if (holdId === null) return recordedHold(tx, ctx, input, currency);
  const lots = await lockLots(tx, ctx, { personId, unit, currency, mayOverdraw });
  const { parts } = allocate(lots, { unit, currency, quantity, at, resource });
  await insertParts(tx, ctx, holdId, parts);
  return holdOf(holdId, input.expiresAt, quantity, parts);
}

async function insertHold(tx: Sql, ctx: Context, input: HoldInput, currency: string | null): Promise<string | null> {
  const { cause, resource } = input;
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO credit_holds (id, organization_id, person_id, unit, currency, requested, used_at, resource_id, resource_kind, location_id,
       may_overdraw, cause_type, cause_id, cause_label, expires_at, idempotency_key, created_at)
     VALUES ($id::uuid, $organizationId::uuid, $personId::uuid, $unit::credit_unit, $currency, $requested::bigint,
       $usedAt::timestamptz, $resourceId::uuid, $resourceKind, $locationId::uuid, $mayOverdraw, $causeType, $causeId, $causeLabel,
       $expiresAt::timestamptz, $idempotencyKey, $now::timestamptz)
     ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      personId: input.personId,
      unit: input.unit,
      currency,
      requested: input.quantity,
      usedAt: timestamp(input.at),
      resourceId: resource?.id ?? null,
      resourceKind: resource?.kind ?? null,
      locationId: resource?.locationId ?? null,
      mayOverdraw: input.mayOverdraw ?? false,
      causeType: cause.type,
      causeId: cause.id,
      causeLabel: cause.label,
      expiresAt: timestamp(input.expiresAt),
      idempotencyKey: input.idempotencyKey,
      now: timestamp(ctx.clock.now()),
    },
  );
  return row?.id ?? null;
}

async function insertParts(tx: Sql, ctx: Context, holdId: string, parts: readonly CreditPart[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.query(
    `INSERT INTO credit_hold_parts (organization_id, hold_id, lot_id, position, quantity)
     SELECT $1::uuid, $2::uuid, p.lot_id, p.position, p.quantity
     FROM unnest($3::uuid[], $4::bigint[]) WITH ORDINALITY AS p(lot_id, quantity, position)`,
    [ctx.organizationId, holdId, parts.map(({ lotId }) => lotId), parts.map(({ quantity }) => quantity)],
  );
}

async function recordedHold(tx: Sql, ctx: Context, input: HoldInput, currency: string | null): Promise<Hold> {
  const rows = await tx.query<{
    id: string;
    is_same: boolean;
    expires_at: number;
    lot_id: string | null;
    quantity: number | null;
  }>(
    `SELECT h.id, h.person_id = $3::uuid AND h.unit = $4::credit_unit AND h.currency IS NOT DISTINCT FROM $5 AND h.requested = $6::bigint
         AND h.cause_type = $7 AND h.cause_id = $8 AS is_same, h.expires_at, p.lot_id, p.quantity
     FROM credit_holds h LEFT JOIN credit_hold_parts p ON p.hold_id = h.id
     WHERE h.organization_id = $1::uuid AND h.idempotency_key = $2 ORDER BY p.position`,
    [
      ctx.organizationId,
      input.idempotencyKey,
      input.personId,
      input.unit,
      currency,
      input.quantity,
      input.cause.type,
      input.cause.id,
    ],
  );
  const [first] = rows;
  if (!first?.is_same) throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  const parts = rows.flatMap(({ lot_id, quantity }) =>
    lot_id === null || quantity === null ? [] : [{ lotId: lot_id, quantity }],
  );
  return holdOf(first.id, first.expires_at, input.quantity, parts);
}

function holdOf(id: string, expiresAt: EpochMs, requested: number, parts: CreditPart[]): Hold {
  const covered = sumOf(parts);
  return { id, expiresAt: formatInstant(expiresAt), requested, covered, missing: requested - covered, parts };
}
