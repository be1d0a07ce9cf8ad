import type { Context } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { loadExplanation } from "../queries/load-explanation.ts";
import { loadWallet, requireReader } from "../queries.ts";
import { statementAsCsv } from "./formats/statement-csv.ts";
import type { BalanceExplanation, ExplainBalanceInput, StatementInput } from "../schema.ts";

/**
 * Why a balance is what it is; own credits and the team's. What colleagues used shows without its cause, except to staff
 * and team admins. Throws not_allowed, not_found, bad_range, currency_mismatch.
 */
export async function explainBalance(ctx: Context, input: ExplainBalanceInput): Promise<BalanceExplanation> {
  authorize(ctx, ...explainBalance.needs);
  const personId = requireReader(ctx, input.personId);
  return loadExplanation(ctx, { personId }, input, (sql) => loadWallet(sql, ctx, { personId, units: [input.unit] }));
}
explainBalance.needs = ["useSpace"] as const;

/** The same as a file for a spreadsheet. */
export async function balanceStatement(
  ctx: Context,
  { language, ...input }: StatementInput,
): Promise<{ fileName: string; csv: string }> {
  authorize(ctx, ...balanceStatement.needs);
  const explanation = await explainBalance(ctx, input);
  return { fileName: `${input.unit}-${input.from}-${input.to}.csv`, csv: statementAsCsv(explanation, language) };
}
balanceStatement.needs = ["useSpace"] as const;
