import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { CreditOwner } from "@working-social/credits/schema";
import { useAction } from "../../../lib/action.ts";
import { language } from "../../../lib/locale.ts";
import { trpc, trpcClient } from "../../../lib/trpc.ts";
import { saveCsv } from "../save-csv.ts";
import type { CreditKind } from "./credit-kind.ts";

export interface ExplainWish extends CreditKind {
  /** Local days, both included. */
  from: string;
  to: string;
}

/** Why the balance of a person or a team is what it is; not asked while the wish makes no sense. */
export function useExplanation(owner: CreditOwner, wish: ExplainWish, isAsked: boolean) {
  const isPerson = "personId" in owner;
  const personId = isPerson ? owner.personId : "";
  const teamId = isPerson ? "" : owner.teamId;
  const kept = { placeholderData: keepPreviousData };
  const person = useQuery(
    trpc.credits.explain.queryOptions({ personId, ...wish }, { ...kept, enabled: isAsked && isPerson }),
  );
  const team = useQuery(
    trpc.credits.explainTeam.queryOptions({ teamId, ...wish }, { ...kept, enabled: isAsked && !isPerson }),
  );
  return isPerson ? person : team;
}

/** Saves the same as a file for a spreadsheet. */
export function useStatement(owner: CreditOwner, wish: ExplainWish) {
  const ask = () =>
    "personId" in owner
      ? trpcClient.credits.statement.query({ personId: owner.personId, ...wish, language })
      : trpcClient.credits.teamStatement.query({ teamId: owner.teamId, ...wish, language });
  return useAction<void, { fileName: string; csv: string }, Error, unknown>(
    { mutationFn: ask },
    { refusals: "toast", onDone: ({ fileName, csv }) => saveCsv(csv, fileName) },
  );
}
