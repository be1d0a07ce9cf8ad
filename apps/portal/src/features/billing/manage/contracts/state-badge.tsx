import type { Contract } from "@working-social/billing/schema";
import { toLocal } from "@working-social/kernel";
import { Badge, type Tone } from "@working-social/ui";
import { useNow } from "../../../../lib/now.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { shortDayText } from "../figures.ts";
import { stateOf, type ContractState } from "./contract-state.ts";
import { contractsTexts, type ContractsTexts } from "./contracts-texts.ts";

const tones: Record<ContractState["id"], Tone> = {
  unpriced: "amber",
  coming: "neutral",
  running: "accent",
  paused: "neutral",
  ending: "amber",
  ended: "neutral",
};

/** Whether a contract runs today, and what is next. */
export function StateBadge({ contract }: { contract: Contract }) {
  const { states } = useTexts(contractsTexts);
  const state = stateOf(contract, toLocal(useNow(), contract.timeZone).date);
  return <Badge tone={tones[state.id]}>{words(state, states)}</Badge>;
}

function words(state: ContractState, texts: ContractsTexts["states"]): string {
  switch (state.id) {
    case "running":
    case "unpriced":
      return texts[state.id];
    case "paused":
      return texts.paused(state.day === null ? null : shortDayText(state.day));
    case "coming":
    case "ending":
    case "ended":
      return texts[state.id](shortDayText(state.day));
  }
}
