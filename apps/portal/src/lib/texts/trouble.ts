import type { WordsLike } from "@working-social/kernel";
import { catalog } from "./catalog.ts";

const en = {
  errorTitle: "This page could not be shown",
  offlineTitle: "No connection",
};

/** What stands in the place of a page, or of a part of it, that could not be loaded. */
export type TroubleTexts = WordsLike<typeof en>;
export const troubleTexts = catalog<TroubleTexts>({ en, de: () => import("./trouble.de.ts") });
