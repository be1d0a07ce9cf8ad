import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../../lib/texts/catalog.ts";

const en = {
  subtitle: "Would a member get this slot, and what would it cost? Nothing is booked.",
  lead: (person: string, resource: string, when: string) => `Could ${person} book ${resource}, ${when}?`,
  yes: "Yes",
  yesText: (person: string, resource: string) => `${person} can book ${resource} then.`,
  yesApproval: "Somebody has to approve it first.",
  no: "No, because",
  noOne: "No",
  told: (person: string) => `In the words that ${person} would read.`,
  rule: (name: string) => `Rule “${name}”`,
  nearest: "The nearest slots that would work",
  noneNear: "Nothing near this time would work.",
  cost: "What it would cost",
  emptyTitle: "Could Ana book it?",
  empty: "Choose a member, a room and a time. The answer appears at once, with every reason.",
};

export type SimulatorTexts = WordsLike<typeof en>;
export const simulatorTexts = catalog<SimulatorTexts>({ en, de: () => import("./simulator-texts.de.ts") });
