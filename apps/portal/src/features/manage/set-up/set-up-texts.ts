import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  title: "Set up your space",
  done: (n: number, all: number) => `${n} of ${all} done`,
  lead: "Members can book as soon as there is something to book. The rest makes it fair and paid.",
  hide: "Hide this list",
  show: "Show the set-up list",
  next: (title: string) => `Next: ${title}`,
  doneMark: "Done",
  openMark: "To do",
  steps: {
    location: { title: "A location", text: "With its clock, currency and tax." },
    hours: { title: "Opening hours", text: "When people can book." },
    resources: { title: "Rooms and desks", text: "What people can book." },
    rates: { title: "Rates", text: "What it costs. Without rates everything is free." },
    rules: { title: "Booking rules", text: "How long, how far ahead, for whom. Without rules everything goes." },
    people: { title: "Members", text: "Who may book. They sign in with a code by e-mail." },
  },
};

export type SetUpTexts = WordsLike<typeof en>;
export const setUpTexts = catalog<SetUpTexts>({ en, de: () => import("./set-up-texts.de.ts") });
