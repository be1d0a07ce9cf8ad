import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import { addDays, causeFor, dayInterval, expectDefined, formatInstant, may } from "@working-social/kernel";
import { requireUnit } from "../rules/checks.ts";
import { creditsError } from "../errors.ts";
import { loadZone } from "./load-zone.ts";
import { ownerId } from "../rules/owner-ids.ts";
import { expiresNext } from "../rules/balances.ts";
import type { Movement, MovementRow } from "../rules/movements.ts";
import { movementsOf } from "../rules/movements.ts";
import type { BalanceExplanation, Cause, CreditOwner, ExplainBalanceInput, MovementView, Wallet } from "../schema.ts";

const MOST_DAYS = 732;

/**
 * Why an owner's balance is what it is: what was there before the local day `from`, each movement with its cause until the
 * end of `to`, and what that comes to. A person's own and their team's, or a team's. `loadLots`: what there is now, for
 * what lapses next. Throws bad_range, unknown_unit, currency_mismatch, and what `loadLots` throws.
 */
export async function loadExplanation(
  ctx: Context,
  owner: CreditOwner,
  input: Omit<ExplainBalanceInput, "personId">,
  loadLots: (sql: Sql) => Promise<Pick<Wallet, "lots">>,
): Promise<BalanceExplanation> {
  const currency = requireUnit(input);
  const { unit, from, to } = input;
  if (to < from || addDays(from, MOST_DAYS) < to) throw creditsError({ code: "bad_range" });
  const sql = read(ctx);
  const zone = await loadZone(sql, ctx);
  const [start, end] = [timestamp(dayInterval(from, zone).start), timestamp(dayInterval(to, zone).end)];
  const entries = entriesOf(owner);
  const scope = [ctx.organizationId, ownerId(owner), unit, currency];
  const [{ lots }, [before], rows] = await Promise.all([
    loadLots(sql),
    sql.query<{ opening: number }>(opening(entries), [...scope, start]),
    sql.query<MovementRow>(movements(entries), [...scope, start, end]),
  ]);
  const atStart = expectDefined(before, "The sum before a period has no row.").opening;
  const moved = withBalances(ctx, owner, atStart, movementsOf(rows));
  const closing = moved.at(-1)?.balanceAfter ?? atStart;
  const expires = expiresNext(lots, { unit, currency });
  return { unit, currency, from, to, opening: atStart, movements: moved, closing, expiresNext: expires };
}

/** From here on: $1 the organization, $2 the owner, $3 and $4 the kind. */
function entriesOf(owner: CreditOwner): string {
  const isOwners =
    "personId" in owner
      ? "(l.person_id = $2::uuid OR l.team_id = (SELECT p.team_id FROM people p WHERE p.id = $2::uuid))"
      : "l.team_id = $2::uuid";
  return `FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id JOIN credit_lots l ON l.id = e.lot_id
  WHERE l.organization_id = $1::uuid AND l.unit = $3::credit_unit AND l.currency IS NOT DISTINCT FROM $4 AND ${isOwners}`;
}

function opening(entries: string): string {
  return `SELECT coalesce(sum(e.quantity), 0)::bigint AS opening ${entries} AND t.posted_at < $5::timestamptz`;
}

/** A refund is of the usage of its cause. */
const USED_AT = `(SELECT max(u.used_at) FROM credit_transfers u WHERE u.organization_id = t.organization_id AND u.cause_type = t.cause_type
      AND u.cause_id = t.cause_id AND u.kind = 'consume')`;
/** What came into the next period's lots: a rollover adds up to nothing. */
const CARRIED =
  "CASE WHEN t.kind = 'rollover' THEN coalesce(sum(e.quantity) FILTER (WHERE e.quantity > 0), 0)::bigint ELSE 0 END";

function movements(entries: string): string {
  return `
  SELECT t.id, t.posted_at, t.kind, coalesce(sum(e.quantity) FILTER (WHERE l.team_id IS NULL), 0)::bigint AS own,
    coalesce(sum(e.quantity) FILTER (WHERE l.team_id IS NOT NULL), 0)::bigint AS team,
    ${CARRIED} AS carried, t.person_id, t.cause_type, t.cause_id, t.cause_label, t.reason,
    coalesce(t.used_at, CASE WHEN t.kind = 'refund' THEN ${USED_AT} END) AS used_at, t.act
  ${entries} AND t.posted_at >= $5::timestamptz AND t.posted_at < $6::timestamptz
  GROUP BY t.id ORDER BY t.posted_at, t.id`;
}

/** As the actor may read it. */
export function causeSeenBy({ actor }: Pick<Context, "actor">, personId: string | null, cause: Cause): Cause {
  const isOwn = actor.kind === "person" && actor.personId === personId;
  return causeFor(cause, { isOwner: isOwn });
}

/** Members see what their team's credits did, not what colleagues did with them; staff and team admins see all. */
function withBalances(ctx: Context, owner: CreditOwner, before: number, rows: readonly Movement[]): MovementView[] {
  const isTeamAdmin = ctx.actor.kind === "person" && ctx.actor.role === "team_admin";
  const seesAll = isTeamAdmin || may(ctx.actor, "managePeople") || may(ctx.actor, "manageBookings");
  let balance = before;
  return rows.map((row) => {
    balance += row.own + row.team;
    const isSeen = seesAll || row.person_id === null || row.person_id === ownerId(owner);
    const cause = { type: row.cause_type, id: row.cause_id, label: row.cause_label };
    return {
      id: row.id,
      at: formatInstant(row.posted_at),
      kind: row.kind,
      quantity: row.own + row.team,
      own: row.own,
      team: row.team,
      carried: row.carried,
      cause: isSeen ? causeSeenBy(ctx, row.person_id, cause) : null,
      usedAt: isSeen && row.used_at !== null ? formatInstant(row.used_at) : null,
      reason: isSeen ? row.reason : null,
      balanceAfter: balance,
    };
  });
}
