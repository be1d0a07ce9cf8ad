import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

const en = {
  title: "Set up your space",
  intro: "Nobody is here yet. Name the space and its owner; rooms, hours and prices come next.",
  code: "Set-up code",
  codeHint: "The server printed it when it started: ask whoever runs it.",
  wrongCode: "That is not the code that the server printed.",
  organization: "Name of the space",
  organizationHint: "As people know it: Quayside Works.",
  location: "First location",
  locationHint: "A space can have several: Old Harbour, Rope Walk.",
  timeZone: "Time zone",
  currency: "Currency",
  owner: "You",
  ownerName: "Your name",
  ownerEmail: "Your e-mail",
  ownerPassword: "A password",
  ownerPasswordHint: "Twelve characters or more. A sentence is easy to remember.",
  create: "Create the space",
  needed: "This is needed.",
  wrongEmail: "This does not look like an e-mail address.",
  shortPassword: "Twelve characters or more, please.",
  commonPassword: "This is one of the first passwords that anybody would try. Think of another one.",
  done: "The space is there. Welcome.",
};

export type SetupTexts = WordsLike<typeof en>;
export const setupTexts = catalog<SetupTexts>({ en, de: () => import("./setup-texts.de.ts") });
