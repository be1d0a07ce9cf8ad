import { useSuspenseQuery } from "@tanstack/react-query";
import type { PlanVersionView } from "@working-social/billing/schema";
import type { SelectGroup } from "@working-social/ui";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { shortDayText } from "../figures.ts";
import { contractsTexts, type ContractsTexts } from "./contracts-texts.ts";
import { versionPrice } from "./term-words.ts";

/** The prices that a contract may have: of every plan the newest first, in one currency; a pass for a day is none. */
export function useVersions(currency: string): { versions: PlanVersionView[]; options: SelectGroup[] } {
  const texts = useTexts(contractsTexts);
  const { data } = useSuspenseQuery(trpc.plans.versions.queryOptions({ planId: null }));
  const versions = data.filter((version) => version.currency === currency && version.intervalMonths !== 0);
  const plans = Map.groupBy(versions, ({ planId }) => planId);
  const options = [...plans].map(([id, group]) => ({
    id,
    label: group[0]?.planName ?? "",
    options: group.map((version, index) => ({ id: version.id, label: optionWords(version, index === 0, texts) })),
  }));
  return { versions, options };
}

/** "Full-time, $200.00 a month"; an earlier one with the day on which it was published. */
function optionWords(version: PlanVersionView, isNewest: boolean, texts: ContractsTexts): string {
  const words = `${version.planName}, ${versionPrice(version, texts)}`;
  return isNewest ? words : texts.earlierVersion(words, shortDayText(version.createdAt.slice(0, 10)));
}
