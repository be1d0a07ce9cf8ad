import type { Language } from "@working-social/kernel";
import { use } from "react";
import { language, pseudoLocale } from "../locale.ts";

/** Where the words of another language are: a file of their own, which nobody downloads who doesn't read it. */
type Elsewhere<Words> = () => Promise<{ readonly texts: Words }>;

/** The words of one area in every language. A language that is missing, or one of its texts, does not compile. */
type Languages<Words> = { readonly en: Words } & Readonly<Record<Exclude<Language, "en">, Elsewhere<Words>>>;

/** The words of one area in the reader's language, or on their way. */
export interface Catalog<Words> {
  words: Words | null;
  readonly coming: Promise<void>;
}

const coming: Promise<void>[] = [];

/** Words of an area; those in the reader's language begin to come at once, with those of the pages around. */
export function catalog<Words extends object>(languages: Languages<Words>): Catalog<Words> {
  const elsewhere = elsewhereOf(languages);
  if (elsewhere === null) return { words: languages.en, coming: Promise.resolve() };
  const made: { words: Words | null } = { words: null };
  const arrival = elsewhere().then(
    ({ texts }) => void (made.words = texts),
    // Their file did not come. English says more than an empty page, and the next visit asks again.
    () => void (made.words = languages.en),
  );
  coming.push(arrival);
  return Object.assign(made, { coming: arrival });
}

function elsewhereOf<Words extends object>(languages: Languages<Words>): Elsewhere<Words> | null {
  if (pseudoLocale !== null)
    return async () => ({ texts: (await import("./pseudo-locale.ts")).accented(languages.en) });
  return language === "en" ? null : languages[language];
}

/** When all words are there that have been asked for so far. */
export async function textsHaveCome(): Promise<void> {
  await Promise.all(coming);
}

/** The words in the reader's language, outside of components: of an area whose screen is shown. */
export function textsOf<Words>({ words }: Catalog<Words>): Words {
  if (words === null) throw new Error("These words are still on their way: read them in a component, by useTexts.");
  return words;
}

/** The words in the reader's language. Each area imports its own catalog, so that a page loads only its words. */
export function useTexts<Words>(area: Catalog<Words>): Words {
  if (area.words === null) use(area.coming);
  return textsOf(area);
}
