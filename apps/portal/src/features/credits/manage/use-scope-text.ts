import type { CreditScope } from "@working-social/credits/schema";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { manageTexts } from "../../manage/manage-texts.ts";
import { useScopeNames } from "../../manage/scope/scope-names.ts";
import { creditScopeText } from "./scope-words.ts";

/** What credits are good for in words, with the names of this space. */
export function useScopeText(): (scope: CreditScope) => string {
  const { scope: texts } = useTexts(manageCreditsTexts);
  const { kindsMany, or } = useTexts(manageTexts);
  const { locations, resources } = useScopeNames();
  return (scope) => creditScopeText(scope, { locations, resources }, { ...texts, kindsMany, or });
}
