import { language, type Language } from "../locale.ts";

/** The words of one area in every language. A language that lacks a key does not compile. */
export type Catalog<Words> = Readonly<Record<Language, Words>>;

/** Words of an area; the English ones decide the keys and what their functions take. */
export function catalog<Words>(words: Catalog<Words>): Catalog<Words> {
  return words;
}

/** The words in the person's language, outside of components. */
export function textsOf<Words>(words: Catalog<Words>): Words {
  return words[language];
}

/** The words in the person's language. Each area imports its own catalog, so that a page loads only its words. */
export function useTexts<Words>(words: Catalog<Words>): Words {
  return textsOf(words);
}
