import { createFileRoute } from "@tanstack/react-router";
import { systemClock } from "@working-social/kernel";
import { ExplainPage } from "../../../features/credits/explain-page.tsx";
import { explainInput, explainOptions } from "../../../features/credits/explain-query.ts";
import { readExplainSearch } from "../../../features/credits/explain-search.ts";
import { monthOf } from "../../../features/credits/months.ts";
import { walletOptions } from "../../../features/credits/wallet-query.ts";
import { queryClient } from "../../../lib/query.ts";

export const Route = createFileRoute("/_app/credits/explain")({
  validateSearch: readExplainSearch,
  loader: async ({ location: { search } }) => {
    const asked = readExplainSearch(search);
    const { timeZone } = await queryClient.ensureQueryData(walletOptions());
    const month = asked.month ?? monthOf(systemClock.now(), timeZone);
    await queryClient.ensureQueryData(explainOptions(explainInput(asked, month)));
  },
  component: Explain,
});

function Explain() {
  return <ExplainPage search={Route.useSearch()} />;
}
