import { useSuspenseQuery } from "@tanstack/react-query";
import type { CreateBookingRuleInput } from "@working-social/booking/schema";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { useScopeNames } from "../../../manage/scope/scope-names.ts";
import { ruleSentence } from "./rule-sentence.ts";

/** Turns rules into sentences with the names of this space's plans, teams and rooms. */
export function useRuleSentence() {
  const texts = useTexts(manageRulesTexts);
  const { roles, and } = useTexts(manageTexts);
  const { nameOf } = useScopeNames();
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions());
  return (rule: CreateBookingRuleInput) =>
    ruleSentence(rule, { texts, roles, and, plans, teams, scopeName: nameOf(rule) });
}
