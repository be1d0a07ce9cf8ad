import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  notFoundTitle: "There is no page here",
  notFoundText: "The address may have a typing mistake, or what was here is gone.",
  goHome: "Go to Home",
  notHereTitle: (organization: string) => `${organization} has nothing at this address`,
  notHereText: "Perhaps the link is for another of your spaces.",
  lookIn: (organization: string) => `Look in ${organization}`,
};

export type NotFoundTexts = WordsLike<typeof en>;
export const notFoundTexts = catalog<NotFoundTexts>({ en, de: () => import("./not-found-texts.de.ts") });
