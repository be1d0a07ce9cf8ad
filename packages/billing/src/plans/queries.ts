import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant, notFound } from "@working-social/kernel";
import type { PlanVersionsInput, PlanVersionView } from "./schema.ts";
import { AccessHours } from "./schema.ts";

type VersionRow = Omit<PlanVersionView, "createdAt" | "accessHours"> & { createdAt: number; accessHours: unknown };

const COLUMNS = `v.id, v.plan_id AS "planId", p.name AS "planName", v.ordinal, v.interval_months AS "intervalMonths", v.currency::text, v.price_mode AS "priceMode",
  v.is_per_seat AS "isPerSeat", v.setup_fee_minor AS "setupFeeMinor", v.deposit_minor AS "depositMinor", v.notice_days AS "noticeDays",
  v.notice_months AS "noticeMonths", v.minimum_months AS "minimumMonths", v.first_month AS "firstMonth", v.access_hours AS "accessHours", v.created_at AS "createdAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('fromPeriod', s.from_period, 'priceMinor', s.price_minor) ORDER BY s.from_period), '[]') FROM plan_prices s
    WHERE s.plan_version_id = v.id) AS prices,
  (SELECT count(DISTINCT l.contract_id)::int FROM contract_terms t JOIN contract_lines l ON l.id = t.line_id JOIN contracts c ON c.id = l.contract_id
    WHERE t.organization_id = v.organization_id AND t.plan_version_id = v.id AND t.withdrawn_at IS NULL AND t.valid_from <= $2::date
      AND (c.ends_on IS NULL OR c.ends_on >= $2::date)
      AND NOT EXISTS (SELECT FROM contract_terms n WHERE n.line_id = t.line_id AND n.withdrawn_at IS NULL AND n.valid_from <= $2::date
        AND (n.valid_from, n.created_at, n.id) > (t.valid_from, t.created_at, t.id))) AS "contractCount"`;

/** What plans cost, the newest version of each first; of one plan, or of all. */
export async function listPlanVersions(ctx: Context, { planId }: PlanVersionsInput): Promise<PlanVersionView[]> {
  authorize(ctx, ...listPlanVersions.needs);
  const rows = await read(ctx).query<VersionRow>(
    `SELECT ${COLUMNS} FROM plan_versions v JOIN plans p ON p.id = v.plan_id
     WHERE v.organization_id = $1::uuid AND ($3::uuid IS NULL OR v.plan_id = $3::uuid) ORDER BY p.name, p.id, v.ordinal DESC`,
    [ctx.organizationId, todayInUtc(ctx), planId],
  );
  return rows.map(view);
}
listPlanVersions.needs = ["useSpace"] as const;

/** Throws not_found. */
export async function requirePlanVersion(sql: Sql, ctx: Context, id: string): Promise<PlanVersionView> {
  const [row] = await sql.query<VersionRow>(
    `SELECT ${COLUMNS} FROM plan_versions v JOIN plans p ON p.id = v.plan_id WHERE v.organization_id = $1::uuid AND v.id = $3::uuid`,
    [ctx.organizationId, todayInUtc(ctx), id],
  );
  if (!row) throw notFound("plan_version");
  return view(row);
}

function view(row: VersionRow): PlanVersionView {
  return {
    ...row,
    accessHours: AccessHours.array().nullable().parse(row.accessHours),
    createdAt: formatInstant(row.createdAt),
  };
}

/** For a count that a person reads: the day of no one place. */
function todayInUtc(ctx: Context): string {
  return formatInstant(ctx.clock.now()).slice(0, 10);
}
