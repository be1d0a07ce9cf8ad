import type { CreditScope } from "@working-social/credits/schema";
import { useTexts } from "../../../texts/catalog.ts";
import { manageCreditsTexts } from "../../../texts/manage-credits.ts";
import { manageTexts } from "../../../texts/manage.ts";
import { useScopeNames } from "../scope/scope-names.ts";
import { creditScopeText } from "./scope-words.ts";

/** What credits are good for in words, with the names of this space. */
export function useScopeText(): (scope: CreditScope) => string {
  const { scope: texts } = useTexts(manageCreditsTexts);
  const { kindsMany, or } = useTexts(manageTexts);
  const { locations, resources } = useScopeNames();
  return (scope) => creditScopeText(scope, { locations, resources }, { ...texts, kindsMany, or });
}
