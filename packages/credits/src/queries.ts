import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { authorize, formatInstant, may, notAllowed, notFound } from "@working-social/kernel";
import { loadAllowances } from "./queries/load-allowances.ts";
import { loadSpendableRow } from "./queries/load-spendable.ts";
import type { LotRow } from "./rules/lot-view.ts";
import { LOT_COLUMNS, LOT_JSON } from "./queries/lot-row.ts";
import { periodOf } from "./rules/period.ts";
import { spendableLots } from "./rules/spendable.ts";
import type {
  CreditUnit,
  PlanAllowance,
  PlanCreditsView,
  PlanIdInput,
  Wallet,
  WalletInput,
  WalletView,
} from "./schema.ts";
import { CREDIT_UNITS } from "./schema.ts";
import { viewWallet } from "./queries/view-wallet.ts";

interface WalletRow {
  person_id: string;
  team_id: string | null;
  /** As JSON: instants are epoch milliseconds there as well. */
  lots: LotRow[];
  scheduled: { unit: CreditUnit; currency: string | null; quantity: number }[];
}

/**
 * Everything a person can spend, own and the team's, in one round trip: lots with what is left, in the order of use. `at`:
 * lots that are valid for usage then or later, on top of not being over now. Throws not_found.
 */
export async function loadWallet(
  sql: Sql,
  ctx: Context,
  wanted: { personId: string; units?: readonly CreditUnit[] | undefined; at?: EpochMs | undefined },
): Promise<Wallet> {
  const now = ctx.clock.now();
  const [row] = await sql.query<WalletRow>(WALLET, [
    ctx.organizationId,
    timestamp(now),
    wanted.personId,
    wanted.units ?? null,
    timestamp(Math.max(now, wanted.at ?? now)),
  ]);
  if (!row) throw notFound("person");
  return { personId: row.person_id, teamId: row.team_id, ...viewWallet(row.lots, row.scheduled) };
}

const WALLET = `
  SELECT p.id AS person_id, p.team_id,
    coalesce((SELECT jsonb_agg(${LOT_JSON}) FROM (SELECT ${LOT_COLUMNS} FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
        WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id IN (p.id, p.team_id) AND ($4::text[] IS NULL OR l.unit::text = ANY($4::text[]))
          AND (l.expires_at IS NULL OR l.expires_at > $5::timestamptz)) w), '[]') AS lots,
    coalesce((SELECT jsonb_agg(jsonb_build_object('unit', s.unit, 'currency', s.currency, 'quantity', s.quantity))
      FROM (SELECT unit, currency, sum(quantity) AS quantity FROM credit_schedules
        WHERE organization_id = $1::uuid AND person_id = p.id AND outcome IS NULL GROUP BY 1, 2) s), '[]') AS scheduled
  FROM people p WHERE p.organization_id = $1::uuid AND p.id = $3::uuid`;

/** Whose credits the actor asks about: their own without a personId. Throws not_allowed for others', except to staff. */
export function requireReader(ctx: Context, personId: string | null): string {
  const own = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const asked = personId ?? own;
  if (asked === null) throw notFound("person");
  if (asked !== own && !may(ctx.actor, "managePeople") && !may(ctx.actor, "manageBookings"))
    throw notAllowed("managePeople");
  return asked;
}

/** A person's wallet: one's own, or anybody's for staff. Throws not_allowed, not_found. */
export async function wallet(ctx: Context, input: WalletInput): Promise<WalletView> {
  authorize(ctx, ...wallet.needs);
  const personId = requireReader(ctx, input.personId);
  const [sql, now] = [read(ctx), ctx.clock.now()];
  const [loaded, rows, row] = await Promise.all([
    loadWallet(sql, ctx, { personId }),
    sql.query<PlanRow>(PLAN_CREDITS, [ctx.organizationId, personId, timestamp(now)]),
    loadSpendableRow(sql, ctx, { personId, units: CREDIT_UNITS }),
  ]);
  const plan = rows.map(({ until, ...of }) => ({ ...of, until: until === null ? null : formatInstant(until) }));
  const timeZone = row?.zone ?? "UTC";
  const { end } = periodOf(now, timeZone);
  const planned = spendableLots(row, now, { start: now, end: periodOf(end, timeZone).end }).filter(
    (lot) => lot.isPlanned,
  );
  return { ...loaded, plan, planned, timeZone };
}
wallet.needs = ["useSpace"] as const;

type PlanRow = Omit<PlanCreditsView, "until"> & { until: EpochMs | null };

/** What was given and carried over, net of what a change of plan took back; whatever of it was used since. By the index of lots of plans. */
const PLAN_CREDITS = `
  SELECT l.unit, l.currency, CASE WHEN l.team_id IS NULL THEN 'person' ELSE 'team' END AS owner, sum(g.given)::bigint AS given, coalesce(sum(a.ahead), 0)::bigint AS ahead,
    max(l.expires_at) AS until
  FROM people p JOIN credit_lots l ON l.organization_id = p.organization_id AND l.owner_id IN (p.id, p.team_id)
  CROSS JOIN LATERAL (SELECT coalesce(sum(e.quantity), 0)::bigint AS given FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id
    WHERE e.lot_id = l.id AND t.kind IN ('grant', 'rollover', 'take_back')) g
  CROSS JOIN LATERAL (SELECT sum(c.used)::bigint AS ahead FROM (SELECT -sum(e.quantity) AS used FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id
    WHERE e.lot_id = l.id AND t.kind IN ('consume', 'refund') GROUP BY t.cause_type, t.cause_id
    HAVING (array_agg(t.used_at ORDER BY t.posted_at DESC, t.id DESC) FILTER (WHERE t.used_at IS NOT NULL))[1] > $3::timestamptz) c) a
  WHERE p.organization_id = $1::uuid AND p.id = $2::uuid AND l.plan_id IS NOT NULL
    AND (l.starts_at IS NULL OR l.starts_at <= $3::timestamptz) AND (l.expires_at IS NULL OR l.expires_at > $3::timestamptz)
  GROUP BY 1, 2, 3 HAVING sum(g.given) > 0 ORDER BY 1, 2, 3`;

/** What a plan gives in each period. Throws not_found for an unknown or foreign plan. */
export async function planAllowances(ctx: Context, { planId }: PlanIdInput): Promise<PlanAllowance[]> {
  authorize(ctx, ...planAllowances.needs);
  const plans = await read(ctx).query("SELECT id FROM plans WHERE organization_id = $1::uuid AND id = $2::uuid", [
    ctx.organizationId,
    planId,
  ]);
  if (plans.length === 0) throw notFound("plan");
  return loadAllowances(read(ctx), ctx, planId);
}
planAllowances.needs = ["managePeople"] as const;
