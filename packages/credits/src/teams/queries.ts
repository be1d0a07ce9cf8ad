import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { loadExplanation } from "../queries/load-explanation.ts";
import { loadZone } from "../queries/load-zone.ts";
import type { LotRow } from "../rules/lot-view.ts";
import { LOT_COLUMNS } from "../queries/lot-row.ts";
import { requireOwner } from "../steps/owner.ts";
import { statementAsCsv } from "../statements/formats/statement-csv.ts";
import type { BalanceExplanation } from "../schema.ts";
import { viewWallet } from "../queries/view-wallet.ts";
import type { ExplainTeamBalanceInput, TeamStatementInput, TeamWallet, TeamWalletInput } from "./schema.ts";

/** What a team shares, for staff. Throws not_allowed, not_found. */
export async function teamWallet(ctx: Context, { teamId }: TeamWalletInput): Promise<TeamWallet> {
  authorize(ctx, ...teamWallet.needs);
  const sql = read(ctx);
  return { ...(await loadTeamWallet(sql, ctx, teamId)), timeZone: await loadZone(sql, ctx) };
}
teamWallet.needs = ["managePeople", "manageBookings"] as const;

/** What is promised to bookings of later periods belongs to the people who booked, so none of it stands here. Throws not_found. */
async function loadTeamWallet(sql: Sql, ctx: Context, teamId: string): Promise<Omit<TeamWallet, "timeZone">> {
  await requireOwner(sql, ctx, { teamId });
  const rows = await sql.query<LotRow>(
    `SELECT ${LOT_COLUMNS} FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id = $3::uuid AND (l.expires_at IS NULL OR l.expires_at > $2::timestamptz)`,
    [ctx.organizationId, timestamp(ctx.clock.now()), teamId],
  );
  return { teamId, ...viewWallet(rows) };
}

/** Why a team's balance is what it is, for staff. Throws not_allowed, not_found, bad_range, currency_mismatch. */
export async function explainTeamBalance(ctx: Context, input: ExplainTeamBalanceInput): Promise<BalanceExplanation> {
  authorize(ctx, ...explainTeamBalance.needs);
  const { teamId } = input;
  return loadExplanation(ctx, { teamId }, input, (sql) => loadTeamWallet(sql, ctx, teamId));
}
explainTeamBalance.needs = ["managePeople", "manageBookings"] as const;

/** The same as a file for a spreadsheet. */
export async function teamStatement(
  ctx: Context,
  { language, ...input }: TeamStatementInput,
): Promise<{ fileName: string; csv: string }> {
  authorize(ctx, ...teamStatement.needs);
  const explanation = await explainTeamBalance(ctx, input);
  return { fileName: `team-${input.unit}-${input.from}-${input.to}.csv`, csv: statementAsCsv(explanation, language) };
}
teamStatement.needs = ["managePeople", "manageBookings"] as const;
