import { plural } from "@working-social/kernel";
import type { AmountTexts } from "./amount-texts.ts";

export const german: AmountTexts = {
  roomMinutes: (time) => `${time} Raumguthaben`,
  dayPasses: (n, figure) => plural("de", n, { one: `${figure} Tagespass`, other: `${figure} Tagespässe` }),
  monoPages: (n, figure) =>
    plural("de", n, { one: `${figure} Schwarz-Weiß-Seite`, other: `${figure} Schwarz-Weiß-Seiten` }),
  colourPages: (n, figure) => plural("de", n, { one: `${figure} Farbseite`, other: `${figure} Farbseiten` }),
  money: (amount) => `${amount} Guthaben`,
};
