import { KIOSK_LANGUAGES, readerOf } from "@working-social/kernel";
import type { KioskLanguage } from "@working-social/kernel";
import { beforeAll, describe, expect, test } from "vitest";
import { formatsOf } from "./formats.ts";
import { english, type KioskTexts } from "./kiosk-texts.ts";
import { fetchAllWords, wordsOf } from "./words.ts";

beforeAll(fetchAllWords);

function textsIn(language: KioskLanguage): KioskTexts {
  const words = wordsOf(language);
  if (!words) throw new Error(`No words came for ${language}.`);
  return words.texts(formatsOf(readerOf({ languages: [language], regions: [] }, KIOSK_LANGUAGES)));
}

const split = {
  credits: 20,
  unit: "colour_pages",
  moneyMinor: 1250,
  currency: "EUR",
  product: { sides: 10, eachMinor: 125 },
} as const;

const NB = "\u00A0";
const SAID: Record<KioskLanguage, readonly string[]> = {
  en: [
    `20 colour pages from your credits, 10${NB}×${NB}€1.25 =${NB}€12.50 on your account`,
    "0 black and white pages left afterwards",
    "1 black and white page left afterwards",
    "1,200 prints wait for you.",
    "5 sides on 1 sheet",
    "20 colour pages, 5 of them set aside for what waits",
  ],
  de: [
    `20 Farbseiten aus Ihrem Guthaben, 10${NB}×${NB}1,25${NB}€ =${NB}12,50${NB}€ auf Ihre Rechnung`,
    "Danach noch 0 Schwarz-Weiß-Seiten",
    "Danach noch 1 Schwarz-Weiß-Seite",
    "Für Sie warten 1.200 Dokumente.",
    "5 Seiten auf 1 Blatt",
    "20 Farbseiten, davon 5 zurückgelegt für Ihre Dokumente",
  ],
  es: [
    `20 páginas en color de su saldo, 10${NB}×${NB}1,25${NB}€ =${NB}12,50${NB}€ a su cuenta`,
    "Después le quedan 0 páginas en blanco y negro",
    "Después le queda 1 página en blanco y negro",
    "Tiene 1200 documentos en espera.",
    "5 caras en 1 hoja",
    "20 páginas en color, 5 de ellas en reserva para sus documentos",
  ],
  fr: [
    `20 pages en couleur de votre crédit, 10${NB}×${NB}1,25${NB}€ =${NB}12,50${NB}€ sur votre compte`,
    "Il vous restera ensuite 0 page en noir et blanc",
    "Il vous restera ensuite 1 page en noir et blanc",
    "1\u202F200 documents vous attendent.",
    "5 pages sur 1 feuille",
    "20 pages en couleur, dont 5 en réserve pour vos documents",
  ],
};

describe.each(KIOSK_LANGUAGES)("in %s", (language) => {
  test("numbers, money and plurals stand as people write them", () => {
    const { balance, jobs } = textsIn(language);
    expect([
      balance.split(split),
      balance.after(0, "mono_pages"),
      balance.after(1, "mono_pages"),
      jobs.waiting(1200),
      jobs.sheets({ sides: 5, sheets: 1 }),
      balance.have({ unit: "colour_pages", left: 15, held: 5 }),
    ]).toEqual(SAID[language]);
  });
});

test("no language but English has an English sentence left", () => {
  const inEnglish = new Set(sentencesOf(english.texts(formatsOf({ language: "en", locale: "en-GB" }))));
  for (const language of KIOSK_LANGUAGES.filter((one) => one !== "en")) {
    const same = sentencesOf(textsIn(language)).filter((text) => text.includes(" ") && inEnglish.has(text));
    expect(same, language).toEqual([]);
  }
});

/** The texts of a catalog that take nothing. */
function sentencesOf(texts: object): string[] {
  return Object.values(texts).flatMap((text: unknown) => {
    if (typeof text === "string") return [text];
    return typeof text === "object" && text !== null ? sentencesOf(text) : [];
  });
}
