import { keepPreviousData } from "@tanstack/react-query";
import type { ExplainBalanceInput } from "@working-social/credits/schema";
import { trpc } from "../../lib/trpc.ts";
import type { ExplainSearch } from "./explain-search.ts";
import { firstDay, lastDayOf, type Month } from "./months.ts";

/** One's own balance of a unit through a month. */
export function explainInput({ unit, currency = undefined }: ExplainSearch, month: Month): ExplainBalanceInput {
  return { personId: null, unit, currency: currency ?? null, from: firstDay(month), to: lastDayOf(month) };
}

/** The month before stays while the next one comes, so that nothing jumps. */
export function explainOptions(input: ExplainBalanceInput) {
  return trpc.credits.explain.queryOptions(input, { placeholderData: keepPreviousData });
}
