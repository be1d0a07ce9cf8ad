import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { addDays, dayInterval, formatInstant } from "@working-social/kernel";
import { requireUnit } from "../checks.ts";
import { creditsError } from "../errors.ts";
import { loadZone } from "../load-zone.ts";
import type { LotRow } from "../lot-row.ts";
import { LOT_COLUMNS, lotView } from "../lot-row.ts";
import { requireOwner } from "../owner.ts";
import { inOrderOfUse } from "../rules/allocate.ts";
import { CARRIED, causeSeenBy, USED_AT } from "../statements/queries.ts";
import { statementAsCsv } from "../rules/statement.ts";
import type { BalanceExplanation, CreditBalanceView, LotView, MovementView, OverdraftView } from "../schema.ts";
import type { ExplainTeamBalanceInput, TeamWallet, TeamWalletInput } from "./schema.ts";

type Kind = Pick<LotView, "unit" | "currency">;

/** What a team shares, for staff. Throws not_allowed, not_found. */
export async function teamWallet(ctx: Context, { teamId }: TeamWalletInput): Promise<TeamWallet> {
  authorize(ctx, "managePeople", "manageBookings");
  const sql = read(ctx);
  await requireOwner(sql, ctx, { teamId });
  return { ...(await loadTeamWallet(sql, ctx, teamId)), timeZone: await loadZone(sql, ctx) };
}

async function loadTeamWallet(sql: Sql, ctx: Context, teamId: string): Promise<Omit<TeamWallet, "timeZone">> {
  const rows = await sql.query<LotRow>(
    `SELECT ${LOT_COLUMNS} FROM credit_lots l JOIN credit_balances b ON b.lot_id = l.id
     WHERE l.organization_id = $1::uuid AND l.team_id = $3::uuid AND (l.expires_at IS NULL OR l.expires_at > $2::timestamptz)
       AND (b.balance > b.floor OR b.balance <> 0 OR b.held <> 0)`,
    [ctx.organizationId, timestamp(ctx.clock.now()), teamId],
  );
  const lots = inOrderOfUse(rows.map((row) => lotView(row))).filter((lot) => lot.left > 0 || lot.held > 0);
  const overdrafts = rows.filter(({ source }) => source === "overdraft").map(overdraftView);
  return { teamId, lots, overdrafts, balances: balancesOf(lots, overdrafts) };
}

function overdraftView(row: LotRow): OverdraftView {
  return {
    lotId: row.id,
    unit: row.unit,
    currency: row.currency,
    owner: "team",
    limit: -row.floor,
    owed: Math.max(-row.balance, 0),
    left: lotView(row, true).left - lotView(row).left,
  };
}

/** What is promised to bookings of later periods belongs to the people who booked, so none of it stands here. */
function balancesOf(lots: readonly LotView[], overdrafts: readonly OverdraftView[]): CreditBalanceView[] {
  const keyOf = ({ unit, currency }: Kind) => `${unit} ${currency ?? ""}`;
  const kinds = new Map([...lots, ...overdrafts].map((one) => [keyOf(one), one]));
  return [...kinds].map(([key, { unit, currency }]) => {
    const mine = lots.filter((lot) => keyOf(lot) === key);
    const team = sum(mine.map(({ left }) => left));
    const owed = sum(overdrafts.filter((one) => keyOf(one) === key).map((one) => one.owed));
    const ending = mine.filter(({ expiresAt, left }) => expiresAt !== null && left > 0);
    const [at] = ending.map(({ expiresAt }) => expiresAt ?? "").sort();
    return {
      unit,
      currency,
      balance: team - owed,
      own: 0,
      team,
      held: sum(mine.map(({ held }) => held)),
      scheduled: 0,
      nextExpiry:
        at === undefined
          ? null
          : { at, quantity: sum(ending.filter(({ expiresAt }) => expiresAt === at).map(({ left }) => left)) },
    };
  });
}

interface MovementRow {
  id: string;
  posted_at: number;
  kind: MovementView["kind"];
  quantity: number;
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
 * Why a team's balance is what it is, for staff: opening, each movement with its cause, closing, what lapses next. Throws
 * not_allowed, not_found, bad_range, currency_mismatch.
 */
export async function explainTeamBalance(ctx: Context, input: ExplainTeamBalanceInput): Promise<BalanceExplanation> {
  authorize(ctx, "managePeople", "manageBookings");
  const { teamId, unit, from, to } = input;
  const currency = requireUnit(input);
  if (to < from || addDays(from, MOST_DAYS) < to) throw creditsError({ code: "bad_range" });
  const sql = read(ctx);
  await requireOwner(sql, ctx, { teamId });
  const zone = await loadZone(sql, ctx);
  const start = timestamp(dayInterval(from, zone).start);
  const end = timestamp(dayInterval(to, zone).end);
  const scope = [ctx.organizationId, teamId, unit, currency];
  const [before] = await sql.query<{ opening: number }>(OPENING, [...scope, start]);
  const rows = await sql.query<MovementRow>(MOVEMENTS, [...scope, start, end]);
  const opening = before?.opening ?? 0;
  const movements = withBalances(ctx, opening, rows);
  const { lots } = await loadTeamWallet(sql, ctx, teamId);
  return {
    unit,
    currency,
    from,
    to,
    opening,
    movements,
    closing: movements.at(-1)?.balanceAfter ?? opening,
    expiresNext: lots
      .flatMap(({ expiresAt, left, label, ...of }) =>
        expiresAt !== null && left > 0 && of.unit === unit && of.currency === currency
          ? [{ at: expiresAt, quantity: left, label }]
          : [],
      )
      .sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
  };
}

/** The same as a file for a spreadsheet. */
export async function teamStatement(
  ctx: Context,
  input: ExplainTeamBalanceInput,
): Promise<{ fileName: string; csv: string }> {
  const explanation = await explainTeamBalance(ctx, input);
  return { fileName: `team-${input.unit}-${input.from}-${input.to}.csv`, csv: statementAsCsv(explanation) };
}

const ENTRIES = `FROM credit_entries e JOIN credit_transfers t ON t.id = e.transfer_id JOIN credit_lots l ON l.id = e.lot_id
  WHERE l.organization_id = $1::uuid AND l.team_id = $2::uuid AND l.unit = $3::credit_unit AND l.currency IS NOT DISTINCT FROM $4`;
const OPENING = `SELECT coalesce(sum(e.quantity), 0)::bigint AS opening ${ENTRIES} AND t.posted_at < $5::timestamptz`;
const MOVEMENTS = `SELECT t.id, t.posted_at, t.kind, sum(e.quantity)::bigint AS quantity, ${CARRIED} AS carried, t.person_id, t.cause_type, t.cause_id, t.cause_label, t.reason,
    coalesce(t.used_at, CASE WHEN t.kind = 'refund' THEN ${USED_AT} END) AS used_at
  ${ENTRIES} AND t.posted_at >= $5::timestamptz AND t.posted_at < $6::timestamptz GROUP BY t.id ORDER BY t.posted_at, t.id`;

function withBalances(ctx: Context, opening: number, rows: readonly MovementRow[]): MovementView[] {
  let balance = opening;
  return rows.map(({ id, posted_at, kind, quantity, carried, reason, ...row }) => {
    balance += quantity;
    const cause = causeSeenBy(ctx, row.person_id, { type: row.cause_type, id: row.cause_id, label: row.cause_label });
    return {
      id,
      at: formatInstant(posted_at),
      kind,
      quantity,
      own: 0,
      team: quantity,
      carried,
      cause,
      usedAt: row.used_at === null ? null : formatInstant(row.used_at),
      reason,
      balanceAfter: balance,
    };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
