import type { Catalog, WordsLike } from "@working-social/kernel";
import type { CreditUnit } from "../../schema.ts";
import { movementWords } from "./movement-words.ts";
import { german } from "./statement-texts.de.ts";

/** What a figure counts. Money is counted in its currency. */
const units: Record<Exclude<CreditUnit, "money">, string> = {
  room_minutes: "minutes",
  day_passes: "passes",
  mono_pages: "pages",
  colour_pages: "pages",
};

const english = {
  /** The heading of a statement; figures say what they count. */
  columns: (counted: string) => ({
    at: "Time (UTC)",
    kind: "Movement",
    causeType: "Type",
    cause: "For",
    reason: "Reason",
    own: `Own credits (${counted})`,
    team: `Team’s credits (${counted})`,
    carried: `Carried over (${counted})`,
    quantity: `Change (${counted})`,
    balance: `Balance (${counted})`,
  }),
  opening: "Opening balance",
  closing: "Closing balance",
  ...movementWords,
  units,
};

export type StatementTexts = WordsLike<typeof english>;
export const statementTexts: Catalog<StatementTexts> = { en: english, de: german };
