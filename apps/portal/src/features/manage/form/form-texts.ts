import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  unsaved: "Not saved yet",
  reset: "Undo all changes",
  reason: "Reason",
  reasonNeeded: "A reason is needed.",
  noLimit: "No limit",
  unitOf: (label: string) => `${label}: unit`,
  units: { minutes: "minutes", hours: "hours", days: "days" },
  scope: {
    title: "For what",
    location: "Location",
    kind: "Kind",
    resource: "Room or desk",
    everything: "Everything",
    at: (what: string, location: string) => `${what} at ${location}`,
  },
};

export type ManageFormTexts = WordsLike<typeof en>;
export const manageFormTexts = catalog<ManageFormTexts>({ en, de: () => import("./form-texts.de.ts") });
