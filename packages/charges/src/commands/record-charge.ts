import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Cause, CreditResource, CreditUnit } from "@working-social/credits";
import type { CommonRefusal, EpochMs } from "@working-social/kernel";
import { DomainError, newId } from "@working-social/kernel";
import { chargesError } from "../errors.ts";
import { payFromMoney } from "./pay-from-money.ts";

export interface NewChargeLine {
  label: string;
  amountMinor: number;
  /** What no credits covered; the line shrinks when credits for it arrive late. */
  usage?: { unit: CreditUnit; quantity: number; at: EpochMs; resource?: CreditResource | undefined } | undefined;
}

export interface ChargeInput {
  /** teamId: the team pays, else the person. */
  payer: { personId: string; teamId: string | null };
  cause: Cause;
  lines: readonly NewChargeLine[];
  /** The sum of the lines. */
  amountMinor: number;
  currency: string;
  idempotencyKey: string;
}

/**
 * Writes an open charge in the transaction of what it is for; credits of money that the payer has pay it at once, beside what
 * was open before. The same key again writes nothing and answers the same. Throws bad_amount, idempotency_key_reused.
 */
export async function recordCharge(tx: Sql, ctx: Context, input: ChargeInput): Promise<{ chargeId: string }> {
  requireAmounts(input);
  const chargeId = await insertCharge(tx, ctx, input);
  if (chargeId === null) return { chargeId: await recordedCharge(tx, ctx, input) };
  if (input.amountMinor > 0) await payFromMoney(tx, ctx, [input.payer.personId]);
  return { chargeId };
}

function requireAmounts({ lines, amountMinor }: ChargeInput): void {
  const amounts = [amountMinor, ...lines.map((line) => line.amountMinor)];
  const sum = lines.reduce((total, line) => total + line.amountMinor, 0);
  if (sum !== amountMinor || !amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0))
    throw chargesError({ code: "bad_amount" });
}

/** The charge and its lines in one round trip. Null: the key is taken, and nothing was written. */
async function insertCharge(tx: Sql, ctx: Context, input: ChargeInput): Promise<string | null> {
  const { payer, cause, lines } = input;
  const ofLines = <T>(value: (line: NewChargeLine) => T) => lines.map(value);
  const [made] = await tx.query<{ id: string }>(
    `WITH made AS (
       INSERT INTO charges (id, organization_id, person_id, team_id, cause_type, cause_id, cause_label, currency, amount_minor, idempotency_key, created_at)
       VALUES ($id::uuid, $organizationId::uuid, $personId::uuid, $teamId::uuid, $causeType, $causeId, $causeLabel, $currency,
         $amountMinor::bigint, $idempotencyKey, $now::timestamptz)
       ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id),
     lines AS (
       INSERT INTO charge_lines (id, organization_id, charge_id, position, label, amount_minor, unit, quantity, used_at, resource_id, resource_kind, location_id)
       SELECT l.id, $organizationId::uuid, made.id, l.position - 1, l.label, l.amount_minor, l.unit::credit_unit, l.quantity,
         l.used_at, l.resource_id,
         l.resource_kind, l.location_id
       FROM made CROSS JOIN unnest($lineIds::uuid[], $labels::text[], $amounts::bigint[], $units::text[], $quantities::bigint[],
         $usedAt::timestamptz[], $resourceIds::uuid[], $resourceKinds::text[], $locationIds::uuid[]) WITH ORDINALITY
         AS l(id, label, amount_minor, unit, quantity, used_at, resource_id, resource_kind, location_id, position))
     SELECT id FROM made`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      personId: payer.personId,
      teamId: payer.teamId,
      causeType: cause.type,
      causeId: cause.id,
      causeLabel: cause.label,
      currency: input.currency,
      amountMinor: input.amountMinor,
      idempotencyKey: input.idempotencyKey,
      now: timestamp(ctx.clock.now()),
      lineIds: ofLines(() => newId()),
      labels: ofLines(({ label }) => label),
      amounts: ofLines(({ amountMinor }) => amountMinor),
      units: ofLines(({ usage }) => usage?.unit ?? null),
      quantities: ofLines(({ usage }) => usage?.quantity ?? null),
      usedAt: ofLines(({ usage }) => (usage ? timestamp(usage.at) : null)),
      resourceIds: ofLines(({ usage }) => usage?.resource?.id ?? null),
      resourceKinds: ofLines(({ usage }) => usage?.resource?.kind ?? null),
      locationIds: ofLines(({ usage }) => usage?.resource?.locationId ?? null),
    },
  );
  return made?.id ?? null;
}

async function recordedCharge(tx: Sql, ctx: Context, input: ChargeInput): Promise<string> {
  const [row] = await tx.query<{ id: string; is_same: boolean }>(
    `SELECT id, person_id = $3::uuid AND team_id IS NOT DISTINCT FROM $4::uuid AND cause_type = $5 AND cause_id = $6 AND currency = $7
       AND amount_minor = $8::bigint AS is_same
     FROM charges WHERE organization_id = $1::uuid AND idempotency_key = $2`,
    [
      ctx.organizationId,
      input.idempotencyKey,
      input.payer.personId,
      input.payer.teamId,
      input.cause.type,
      input.cause.id,
      input.currency,
      input.amountMinor,
    ],
  );
  if (!row?.is_same) throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  return row.id;
}
