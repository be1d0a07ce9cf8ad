import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Cause, CreditResource, CreditUnit } from "@working-social/credits";
import type { CommonRefusal, EpochMs, TaxedPrice } from "@working-social/kernel";
import { DomainError, formatInstant, newId } from "@working-social/kernel";
import { chargesError } from "../errors.ts";
import type { Billed } from "../lines/rules.ts";
import type { ChargeProduct, LineItem, ServiceDays } from "../lines/schema.ts";
import { payFromMoney } from "./pay-from-money.ts";

export interface NewChargeLine {
  item: LineItem;
  product: ChargeProduct;
  price: TaxedPrice;
  /** The days on which it is used. */
  service: ServiceDays;
  /** null: sold in no one place. That of its usage, where there is some. */
  locationId: string | null;
  billed: Billed;
  /** What no credits covered; the line shrinks when credits for it arrive late. */
  usage?: { unit: CreditUnit; quantity: number; at: EpochMs; resource?: CreditResource | undefined } | undefined;
}

export interface ChargeInput {
  /** teamId: the team pays, unless the person pays privately; else the person. `isTeams`: it is the team's, whoever pays for what. */
  payer: { personId: string; teamId: string | null; isTeams?: boolean };
  cause: Cause;
  lines: readonly NewChargeLine[];
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
  if (amountOf(input) > 0) await payFromMoney(tx, ctx, [input.payer.personId]);
  return { chargeId };
}

function amountOf({ lines }: Pick<ChargeInput, "lines">): number {
  return lines.reduce((sum, { price }) => sum + price.amountMinor, 0);
}

function requireAmounts({ lines }: ChargeInput): void {
  const isAmount = (minor: number) => Number.isSafeInteger(minor) && minor >= 0;
  const isWhole = ({ amountMinor, netMinor, taxMinor }: TaxedPrice) =>
    [amountMinor, netMinor, taxMinor].every(isAmount) && netMinor + taxMinor === amountMinor;
  if (!lines.every(({ price }) => isWhole(price))) throw chargesError({ code: "bad_amount" });
}

/** The charge and its lines in one round trip. Null: the key is taken, and nothing was written. */
async function insertCharge(tx: Sql, ctx: Context, input: ChargeInput): Promise<string | null> {
  const { payer, cause, lines } = input;
  const [made] = await tx.query<{ id: string }>(
    `WITH payer AS (
       SELECT p.id AS person_id, CASE WHEN $isTeams::boolean OR NOT p.pays_privately THEN $teamId::uuid END AS team_id
       FROM people p WHERE p.organization_id = $organizationId::uuid AND p.id = $personId::uuid),
     made AS (
       INSERT INTO charges (id, organization_id, person_id, team_id, billing_account_id, cause_type, cause_id, cause_label, currency, amount_minor,
         idempotency_key, created_at)
       SELECT $id::uuid, $organizationId::uuid, p.person_id, p.team_id,
         (SELECT a.id FROM billing_accounts a WHERE a.organization_id = $organizationId::uuid AND a.owner_id = coalesce(p.team_id, p.person_id)),
         $causeType, $causeId, $causeLabel, $currency, $amountMinor::bigint, $idempotencyKey, $now::timestamptz FROM payer p
       ON CONFLICT (organization_id, idempotency_key) DO NOTHING RETURNING id),
     lines AS (
       INSERT INTO charge_lines (id, organization_id, charge_id, position, code, data, product, amount_minor, price_mode, net_minor, tax_minor,
         tax_category, tax_basis_points, service_from, service_until, location_id, billed_quantity, unit_code, unit, quantity, used_at,
         resource_id, resource_kind)
       SELECT l.id, $organizationId::uuid, made.id, l.position, l.code, l.data, l.product, l.amount_minor, l.price_mode, l.net_minor, l.tax_minor,
         l.tax_category, l.tax_basis_points, l.service_from, l.service_until, l.location_id, l.billed_quantity, l.unit_code, l.unit, l.quantity,
         l.used_at, l.resource_id, l.resource_kind
       FROM made CROSS JOIN jsonb_to_recordset($lines::jsonb) AS l (id uuid, position int, code charge_line_code, data jsonb,
         product charge_product, amount_minor bigint, price_mode price_mode, net_minor bigint, tax_minor bigint, tax_category tax_category,
         tax_basis_points int, service_from date, service_until date, location_id uuid, billed_quantity bigint, unit_code text,
         unit credit_unit, quantity bigint, used_at timestamptz, resource_id uuid, resource_kind text))
     SELECT id FROM made`,
    {
      id: newId(),
      organizationId: ctx.organizationId,
      personId: payer.personId,
      teamId: payer.teamId,
      isTeams: payer.isTeams ?? false,
      causeType: cause.type,
      causeId: cause.id,
      causeLabel: cause.label,
      currency: input.currency,
      amountMinor: amountOf(input),
      idempotencyKey: input.idempotencyKey,
      now: timestamp(ctx.clock.now()),
      lines: JSON.stringify(lines.map(lineRow)),
    },
  );
  return made?.id ?? null;
}

function lineRow({ item, product, price, service, locationId, billed, usage }: NewChargeLine, position: number) {
  return {
    id: newId(),
    position,
    ...item,
    product,
    amount_minor: price.amountMinor,
    price_mode: price.mode,
    net_minor: price.netMinor,
    tax_minor: price.taxMinor,
    tax_category: price.category,
    tax_basis_points: price.basisPoints,
    service_from: service.from,
    service_until: service.until,
    location_id: locationId,
    billed_quantity: billed.quantity,
    unit_code: billed.unitCode,
    ...(usage ? usageRow(usage) : {}),
  };
}

function usageRow({ unit, quantity, at, resource }: NonNullable<NewChargeLine["usage"]>) {
  const used = { unit, quantity, used_at: formatInstant(at) };
  return resource ? { ...used, resource_id: resource.id, resource_kind: resource.kind } : used;
}

async function recordedCharge(tx: Sql, ctx: Context, input: ChargeInput): Promise<string> {
  const [row] = await tx.query<{ id: string; is_same: boolean }>(
    `SELECT id, person_id = $3::uuid AND (team_id IS NULL OR team_id IS NOT DISTINCT FROM $4::uuid) AND cause_type = $5 AND cause_id = $6 AND currency = $7
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
      amountOf(input),
    ],
  );
  if (!row?.is_same) throw new DomainError<CommonRefusal>("conflict", { code: "idempotency_key_reused" });
  return row.id;
}
