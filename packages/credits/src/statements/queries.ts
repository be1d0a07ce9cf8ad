import type { Context } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import { may } from "@working-social/directory";
import { addDays, dayInterval, formatInstant } from "@working-social/kernel";
import { requireUnit } from "../checks.ts";
import { creditsError } from "../errors.ts";
import { loadZone } from "../load-zone.ts";
import { loadWallet, requireReader } from "../queries.ts";
import { statementAsCsv } from "../rules/statement.ts";
import type { BalanceExplanation, Cause, ExplainBalanceInput, MovementView, Wallet } from "../schema.ts";

interface MovementRow {
  id: string;
  posted_at: number;
  kind: MovementView["kind"];
  own: number;
  team: number;
  carried: number;
  person_id: string | null;
  cause_type: string;
  cause_id: string;
  cause_label: string;
  reason: string | null;
  used_at: number | null;
}

const MOST_DAYS = 732;

/**
 * Why a balance is what it is: what was there before the local day `from`, each movement with its cause until the end of
 * `to`, and what that comes to; own credits and the team's. What colleagues used shows without its cause, except to staff
 * and team admins. Throws not_allowed, not_found, bad_range, currency_mismatch.
 */
export async function explainBalance(ctx: Context, input: ExplainBalanceInput): Promise<BalanceExplanation> {
  const personId = requireReader(ctx, input.personId);
  const currency = requireUnit(input);
  const { unit, from, to } = input;
  if (to < from || addDays(from, MOST_DAYS) < to) throw creditsError({ code: "bad_range" });
  const sql = read(ctx);
  const zone = await loadZone(sql, ctx);
  const [start, end] = [dayInterval(from, zone).start, dayInterval(to, zone).end];
  const scope = [ctx.organizationId, personId, unit, currency];
  const [wallet, [before], rows] = await Promise.all([
    loadWallet(sql, ctx, { personId, units: [unit] }),
    sql.query<{ opening: number }>(OPENING, [...scope, timestamp(start)]),
    sql.query<MovementRow>(MOVEMENTS, [...scope, timestamp(start), timestamp(end)]),
  ]);
  const opening = before?.opening ?? 0;
  const movements = withBalances(ctx, opening, rows, causesSeenBy(ctx, personId));
  return {
    unit,
    currency,
    from,
    to,
    opening,
    movements,
    closing: movements.at(-1)?.balanceAfter ?? opening,
    expiresNext: expiring(wallet, currency),
  };
}

/** The same as a file for a spreadsheet. */
export async function balanceStatement(
  ctx: Context,
  input: ExplainBalanceInput,
): Promise<{ fileName: string; csv: string }> {
  const explanation = await explainBalance(ctx, input);
  return { fileName: `${input.unit}-${input.from}-${input.to}.csv`, csv: statementAsCsv(explanation) };
}

const LOTS = `JOIN credit_lots l ON l.id = e.lot_id
  WHERE l.organization_id = $1::uuid AND l.unit = $3::credit_unit AND l.currency IS NOT DISTINCT FROM $4
    AND (l.person_id = $2::uuid OR l.team_id = (SELECT p.team_id FROM people p WHERE p.id = $2::uuid))`;
const OPENING = `SELECT coalesce(sum(e.quantity), 0)::bigint AS opening FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id ${LOTS}
    AND t.posted_at < $5::timestamptz`;
/** A refund is of the usage of its cause. */
export const USED_AT = `(SELECT max(u.used_at) FROM credit_transfers u WHERE u.organization_id = t.organization_id AND u.cause_type = t.cause_type
      AND u.cause_id = t.cause_id AND u.kind = 'consume')`;
/** What came into the next period's lots: a rollover adds up to nothing. */
export const CARRIED =
  "CASE WHEN t.kind = 'rollover' THEN coalesce(sum(e.quantity) FILTER (WHERE e.quantity > 0), 0)::bigint ELSE 0 END";
const MOVEMENTS = `
  SELECT t.id, t.posted_at, t.kind, coalesce(sum(e.quantity) FILTER (WHERE l.team_id IS NULL), 0)::bigint AS own,
    coalesce(sum(e.quantity) FILTER (WHERE l.team_id IS NOT NULL), 0)::bigint AS team,
    ${CARRIED} AS carried, t.person_id, t.cause_type, t.cause_id, t.cause_label, t.reason,
    coalesce(t.used_at, CASE WHEN t.kind = 'refund' THEN ${USED_AT} END) AS used_at
  FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id ${LOTS}
    AND t.posted_at >= $5::timestamptz AND t.posted_at < $6::timestamptz
  GROUP BY t.id ORDER BY t.posted_at, t.id`;

/** What somebody printed is called stays with them: to everybody else, staff included, it is a print. */
export function causeSeenBy({ actor }: Pick<Context, "actor">, personId: string | null, cause: Cause): Cause {
  const isOwn = actor.kind === "person" && actor.personId === personId;
  return cause.type === "print_job" && !isOwn ? { ...cause, label: "" } : cause;
}

/** Whether the reader may know what moved these credits. */
function causesSeenBy(ctx: Context, personId: string): (row: MovementRow) => boolean {
  const isTeamAdmin = ctx.actor.kind === "person" && ctx.actor.role === "team_admin";
  const seesAll = isTeamAdmin || may(ctx, "managePeople") || may(ctx, "manageBookings");
  return (row) => seesAll || row.person_id === null || row.person_id === personId;
}

function withBalances(
  ctx: Context,
  opening: number,
  rows: readonly MovementRow[],
  isSeen: (row: MovementRow) => boolean,
): MovementView[] {
  let balance = opening;
  return rows.map((row) => {
    balance += row.own + row.team;
    return {
      id: row.id,
      at: formatInstant(row.posted_at),
      kind: row.kind,
      quantity: row.own + row.team,
      own: row.own,
      team: row.team,
      carried: row.carried,
      cause: isSeen(row)
        ? causeSeenBy(ctx, row.person_id, { type: row.cause_type, id: row.cause_id, label: row.cause_label })
        : null,
      usedAt: isSeen(row) && row.used_at !== null ? formatInstant(row.used_at) : null,
      reason: isSeen(row) ? row.reason : null,
      balanceAfter: balance,
    };
  });
}

function expiring({ lots }: Wallet, currency: string | null): BalanceExplanation["expiresNext"] {
  return lots
    .flatMap(({ expiresAt, left, label, currency: of }) =>
      expiresAt !== null && left > 0 && of === currency ? [{ at: expiresAt, quantity: left, label }] : [],
    )
    .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
