import { z } from "zod";
import type { CreditBalanceView, LotView, OverdraftView } from "../schema.ts";
import { ExplainBalanceInput, StatementInput } from "../schema.ts";

export const TeamWalletInput = z.strictObject({ teamId: z.uuid() });
export type TeamWalletInput = z.infer<typeof TeamWalletInput>;

/** The movements of the local days [from, to], in the zone of the organization's first location. */
export const ExplainTeamBalanceInput = ExplainBalanceInput.omit({ personId: true }).extend({ teamId: z.uuid() });
export type ExplainTeamBalanceInput = z.infer<typeof ExplainTeamBalanceInput>;
export const TeamStatementInput = StatementInput.omit({ personId: true }).extend({ teamId: z.uuid() });
export type TeamStatementInput = z.infer<typeof TeamStatementInput>;

/** Everything that a team shares; what its people have beside it is theirs. */
export interface TeamWallet {
  teamId: string;
  /** In the order in which they are used up. */
  lots: LotView[];
  overdrafts: OverdraftView[];
  balances: CreditBalanceView[];
  /** Where the clock is by which periods begin and credits end. */
  timeZone: string;
}
