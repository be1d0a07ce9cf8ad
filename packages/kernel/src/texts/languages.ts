/** The languages that every catalog is complete in; the first is what everything falls back to. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a kiosk speaks: guests read it who never see the portal. */
export const KIOSK_LANGUAGES = [...LANGUAGES, "es", "fr"] as const;
export type KioskLanguage = (typeof KIOSK_LANGUAGES)[number];

/** What somebody would like to read: a BCP 47 tag ("de-CH"), or nothing said. Anything else is no wish. */
export type LanguageWish = string | null | undefined;

/**
 * The language to speak: of those on offer, the first that is wished for. "de-CH" wishes for German. Ask in this order: what the
 * person chose, what their browser asks for, the location's language, that of the organization's oldest location. A language
 * that nobody has falls through to the next wish, and in the end to the first on offer.
 */
export function chooseLanguage<L extends string>(offered: readonly [L, ...L[]], wishes: readonly LanguageWish[]): L {
  for (const wish of wishes) {
    const language = localeTag(wish)?.language;
    const found = offered.find((one) => one === language);
    if (found !== undefined) return found;
  }
  return offered[0];
}

/** The tags of an Accept-Language header (RFC 9110, section 12.5.4), the most wanted first. */
export function acceptedLanguages(header: string | undefined): string[] {
  const wanted = (header ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const quality = parameters.find((one) => one.startsWith("q="));
    return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  return wanted
    .filter(({ tag, quality }) => localeTag(tag) !== null && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** "Deutsch": a language as its own speakers write it at the beginning of a line. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** A tag taken apart; null for what is none, such as "*" or "de_CH". */
export function localeTag(tag: LanguageWish): Intl.Locale | null {
  if (!tag) return null;
  try {
    return new Intl.Locale(tag);
  } catch {
    return null; // Whatever a browser or an older database says: not a language then.
  }
}
