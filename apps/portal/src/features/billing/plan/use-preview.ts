import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Contract, ContractChange, ContractPreview } from "@working-social/billing/schema";
import { type AppRefusal, refusalOf } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

export interface PreviewState {
  /** Of the change, or, dimmed, of the one before it. */
  answer: ContractPreview | undefined;
  /** What it does to the next invoice; null: nothing, or it is not known yet. */
  outcome: Outcome | null;
  isStale: boolean;
  /** Why it can't be. */
  refusal: AppRefusal | null;
  retry: () => void;
}

const NOTHING = { kind: "undo", what: "plan" } as const;

/** What a change would do to the next invoice, by the server's own reckoning; null: nothing is wished yet. */
export function usePreview({ id }: Pick<Contract, "id">, change: ContractChange | null): PreviewState {
  const query = useQuery(
    trpc.contracts.previewChange.queryOptions(
      { id, change: change ?? NOTHING },
      { enabled: change !== null, placeholderData: keepPreviousData, retry: false },
    ),
  );
  const { data, error, isPlaceholderData, isPending, refetch } = query;
  if (change === null) return { answer: undefined, outcome: null, isStale: false, refusal: null, retry: () => {} };
  const answer = error ? undefined : data;
  return {
    answer,
    outcome: answer ? outcomeOf(answer) : null,
    isStale: isPending || isPlaceholderData,
    refusal: error ? refusalOf(error) : null,
    retry: () => void refetch(),
  };
}
