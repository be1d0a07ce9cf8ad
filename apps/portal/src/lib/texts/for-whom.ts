import type { WordsLike } from "@working-social/kernel";
import { catalog } from "./catalog.ts";

const en = {
  /** Stands where a name would: "The member’s credits". */
  unnamed: "The member",
};

export type ForWhomTexts = WordsLike<typeof en>;
export const forWhomTexts = catalog<ForWhomTexts>({ en, de: () => import("./for-whom.de.ts") });
