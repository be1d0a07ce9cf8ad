/**
 * The files of a domain, and of each noun folder in it. A new kind of file is a decision: look first whether it is one
 * of these; only then extend the list, and say in docs/decisions why.
 */
export const KINDS: readonly { readonly pattern: RegExp; readonly holds: string }[] = [
  { pattern: /^schema\.ts$/, holds: "zod inputs and views; browser-safe" },
  { pattern: /^rules\.ts$|^rules\/[a-z-]+\.ts$/, holds: "pure decisions; browser-safe" },
  { pattern: /^queries\.ts$|^queries\/[a-z-]+\.ts$/, holds: "reads, in the caller's scope, and the rows they read" },
  { pattern: /^commands\/[a-z]+(-[a-z]+)*\.ts$/, holds: "one verb a file" },
  { pattern: /^steps\/[a-z-]+\.ts$/, holds: "what commands share inside their transaction: locks, checks, writes" },
  { pattern: /^formats\/[a-z-]+\.ts$/, holds: "how something is written outside the database: CSV, iCalendar, tokens" },
  { pattern: /^texts\/[a-z-]+(\.[a-z]{2})?\.ts$/, holds: "what people read, in each language: typed catalogs" },
  { pattern: /^events\.ts$/, holds: "the closed union of what may happen, and emit" },
  { pattern: /^errors\.ts$/, holds: "the closed union of refusals" },
  { pattern: /^index\.ts$/, holds: "the entry of the package, and nowhere else" },
  { pattern: /^main\.ts$/, holds: "the program, where a package has one of its own" },
  { pattern: /^shared\.ts$/, holds: "words that the schemas share" },
  { pattern: /^README\.md$/, holds: "the words and the invariants" },
  { pattern: /(^|\/)[a-z-]+\.test\.ts$/, holds: "tests, beside what they test" },
  { pattern: /^testing\/[a-z-]+\.ts$/, holds: "builders of test data" },
];

/** Names that say nothing about what is inside. */
export const VAGUE = /(^|\/)(utils?|helpers?|common|misc|lib|stuff|base|manager|constants|functions)(\.tsx?$|\/)/;

/** The folders that hold a kind of file; every other folder of a domain is a noun. */
export const KIND_FOLDERS: readonly string[] = ["rules", "queries", "commands", "steps", "formats", "texts", "testing"];
