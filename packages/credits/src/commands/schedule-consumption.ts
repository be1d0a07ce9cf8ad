import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CommonRefusal } from "@working-social/kernel";
import { DomainError, newId } from "@working-social/kernel";
import { requireQuantity, requireUnit } from "../rules/checks.ts";
import type { ConsumeInput } from "./consume-credits.ts";

export interface ScheduleInput extends Omit<ConsumeInput, "mayOverdraw"> {
  /** What all of it costs in money, for the part that no credit will cover. */
  price?: { amountMinor: number; currency: string } | undefined;
}

/**
 * Usage in a later period: nothing is taken now; `settleScheduled` takes it when that period opens, from the plan that
 * counts then. `refundCredits` of "all" cancels it. Throws bad_quantity, unknown_unit, currency_mismatch,
 * idempotency_key_reused.
 */
export async function scheduleConsumption(
  tx: Sql,
  ctx: Context,
  input: ScheduleInput,
): Promise<{ scheduleId: string }> {
  requireQuantity(input.quantity);
  const currency = requireUnit(input);
  const { cause, resource, price } = input;
  const [made] = await tx.query<{ id: string }>(
    `INSERT INTO credit_schedules (id, organization_id, person_id, unit, currency, quantity, used_at, resource_id, resource_kind, location_id,
       cause_type, cause_id, cause_label, price_minor, price_currency, idempotency_key, created_at)
     VALUES ($id::uuid, $organizationId::uuid, $personId::uuid, $unit::credit_unit, $currency, $quantity::bigint, $usedAt::timestamptz,
       $resourceId::uuid, $resourceKind, $locationId::uuid, $causeType, $causeId, $causeLabel, $priceMinor::bigint, $priceCurrency,
       $idempotencyKey, $now::timestamptz)
     ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      personId: input.personId,
      unit: input.unit,
      currency,
      quantity: input.quantity,
      usedAt: timestamp(input.at),
      resourceId: resource?.id ?? null,
      resourceKind: resource?.kind ?? null,
      locationId: resource?.locationId ?? null,
      causeType: cause.type,
      causeId: cause.id,
      causeLabel: cause.label,
      priceMinor: price?.amountMinor ?? null,
      priceCurrency: price?.currency ?? null,
      idempotencyKey: input.idempotencyKey,
      now: timestamp(ctx.clock.now()),
    },
  );
  return { scheduleId: made?.id ?? (await recordedSchedule(tx, ctx, input)) };
}

async function recordedSchedule(
  tx: Sql,
  ctx: Context,
  { idempotencyKey, personId, unit, quantity, cause }: ScheduleInput,
): Promise<string> {
  const [row] = await tx.query<{ id: string; is_same: boolean }>(
    `SELECT id, person_id = $3::uuid AND unit = $4::credit_unit AND quantity = $5::bigint AND cause_type = $6 AND cause_id = $7 AS is_same
     FROM credit_schedules WHERE organization_id = $1::uuid AND idempotency_key = $2`,
    [ctx.organizationId, idempotencyKey, personId, unit, quantity, cause.type, cause.id],
  );
  if (!row?.is_same) throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  return row.id;
}
