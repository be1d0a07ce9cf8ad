import type { Context, Sql } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import type { Contract } from "../schema.ts";

/** Whose contracts: by id, by who pays, or by who has them. Those of the other two are empty. */
export interface ContractsOf {
  readonly ids?: readonly string[];
  readonly accountIds?: readonly string[];
  readonly holderIds?: readonly string[];
}

/** Contracts with all that decides what they cost, oldest first, in one round trip. */
export async function loadContracts(sql: Sql, ctx: Context, of: ContractsOf): Promise<Contract[]> {
  return sql.query<Contract>(
    `SELECT c.id, c.kind, c.person_id AS "personId", c.team_id AS "teamId", coalesce(p.name, t.name, '') AS "holderName",
       c.billing_account_id AS "billingAccountId", c.location_id AS "locationId", z.time_zone AS "timeZone", c.currency::text, c.price_mode AS "priceMode",
       c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn", c.interval_months AS "intervalMonths", c.billing_day AS "billingDay",
       c.bill_from::text AS "billFrom", c.notice_days AS "noticeDays", c.notice_months AS "noticeMonths", c.minimum_months AS "minimumMonths",
       c.cancelled_at IS NOT NULL AS "isCancelled", c.continues_id AS "continuesId", coalesce(v.setup_fee_minor, 0) AS "setupFeeMinor",
       coalesce(v.deposit_minor, 0) AS "depositMinor",
       CASE WHEN d.contract_id IS NOT NULL THEN jsonb_build_object('basisPoints', d.basis_points, 'amountMinor', d.amount_minor, 'periods', d.periods,
         'freePeriods', d.free_periods, 'fromPeriod', d.from_period) END AS discount, k.code AS "couponCode",
       coalesce(l.lines, '[]') AS lines, coalesce(q.pauses, '[]') AS pauses
     FROM contracts c
     LEFT JOIN people p ON p.id = c.person_id LEFT JOIN teams t ON t.id = c.team_id JOIN locations z ON z.id = c.location_id
     LEFT JOIN contract_discounts d ON d.contract_id = c.id LEFT JOIN coupons k ON k.id = d.coupon_id
     LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'resourceId', n.resource_id,
         'resourceName', r.name, 'unitName', u.name, 'description', n.description, 'terms', m.terms) ORDER BY n.position) AS lines
       FROM contract_lines n LEFT JOIN resources r ON r.id = n.resource_id LEFT JOIN units u ON u.id = n.unit_id
       CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'validFrom', m.valid_from, 'planVersionId', m.plan_version_id,
           'planId', pl.id, 'planName', pl.name, 'unitPriceMinor', m.unit_price_minor, 'quantity', m.quantity) ORDER BY m.valid_from, m.created_at, m.id), '[]') AS terms
         FROM contract_terms m LEFT JOIN plans pl ON pl.id = m.plan_id
         WHERE m.line_id = n.id AND m.withdrawn_at IS NULL) m
       WHERE n.contract_id = c.id) l ON true
     LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', q.id, 'startsOn', q.starts_on, 'untilDay', q.until_day) ORDER BY q.starts_on, q.id) AS pauses
       FROM contract_pauses q WHERE q.contract_id = c.id AND q.withdrawn_at IS NULL) q ON true
     LEFT JOIN LATERAL (SELECT v.setup_fee_minor, v.deposit_minor FROM contract_lines n JOIN contract_terms m ON m.line_id = n.id AND m.withdrawn_at IS NULL
       JOIN plan_versions v ON v.id = m.plan_version_id WHERE n.contract_id = c.id ORDER BY m.valid_from, m.created_at, m.id LIMIT 1) v ON true
     WHERE c.organization_id = $1::uuid AND c.withdrawn_at IS NULL AND (c.id = ANY($2::uuid[]) OR c.billing_account_id = ANY($3::uuid[]) OR c.holder_id = ANY($4::uuid[]))
     ORDER BY c.starts_on, c.created_at, c.id`,
    [ctx.organizationId, of.ids ?? [], of.accountIds ?? [], of.holderIds ?? []],
  );
}

/** Throws not_found. */
export async function requireContract(sql: Sql, ctx: Context, id: string): Promise<Contract> {
  const [contract] = await loadContracts(sql, ctx, { ids: [id] });
  if (!contract) throw notFound("contract");
  return contract;
}
