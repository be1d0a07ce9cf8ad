import { plural, type WordsLike } from "@working-social/kernel";
import { catalog } from "../../../../lib/texts/catalog.ts";

const en = {
  hoursTitle: (n: number) =>
    plural("en", n, {
      one: "1 booking lies outside the new hours",
      other: `${n} bookings lie outside the new hours`,
    }),
  hoursText: "The space would be closed for them. Nothing is saved yet.",
  roomTitle: (name: string) => `${name} has bookings ahead`,
  roomText: "Nobody can book it any more once it is archived. Nothing is archived yet.",
  back: "Back",
  andKeep: (act: string) => `${act}, keep the bookings`,
  andCancel: (act: string, n: number) =>
    `${act}, cancel ${plural("en", n, { one: "1 booking", other: `${n} bookings` })}`,
  cancelled: (n: number) => plural("en", n, { one: "1 booking is cancelled.", other: `${n} bookings are cancelled.` }),
  more: (shown: number) => `The first ${shown} are shown. Do it again for the rest.`,
  coming: (n: number) => plural("en", n, { one: "1 booking ahead", other: `${n} bookings ahead` }),
  comingHint:
    "They stay, unless you tick them. What you tick is cancelled by the space: no fee, everything back, and an e-mail.",
  cancelAll: "Cancel all of them",
  comingBooking: (name: string, place: string, title: string) =>
    title ? `${name}, ${place}: “${title}”` : `${name}, ${place}`,
  reason: "Why the space cancels",
  reasonHint: "Members read it in the e-mail.",
  reasonNeeded: "Write a few words: members will read them.",
};

export type ManageStrandedTexts = WordsLike<typeof en>;
export const manageStrandedTexts = catalog<ManageStrandedTexts>({ en, de: () => import("./stranded-texts.de.ts") });
