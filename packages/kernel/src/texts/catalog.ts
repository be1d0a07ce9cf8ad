import type { Language } from "./languages.ts";

/**
 * What the words of a language must be, from the English ones: the same keys, functions that take the same, and any text for
 * a text. Other languages may need less than a function offers, never more.
 */
export type WordsLike<English> = English extends string
  ? string
  : English extends (...given: infer Given) => infer Said
    ? (...given: Given) => WordsLike<Said>
    : English extends object
      ? { readonly [Key in keyof English]: WordsLike<English[Key]> }
      : English;

/** The words of one area in every language of a program. A language that is missing, or one of its texts, does not compile. */
export type Catalog<Words, L extends string = Language> = Readonly<Record<L, Words>>;
