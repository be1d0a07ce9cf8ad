/**
 * The files of a domain, and of each noun folder in it. A new kind of file is a decision: look first whether it is one
 * of these; only then extend the list, and say in docs/decisions why.
 */
export const KINDS: readonly { readonly pattern: RegExp; readonly holds: string }[] = [
  { pattern: /^schema\.ts$/, holds: "zod inputs and views; browser-safe" },
  { pattern: /^rules\.ts$|^rules\/[a-z-]+\.ts$/, holds: "pure decisions; browser-safe" },
  { pattern: /^queries\.ts$/, holds: "reads, in the caller's scope" },
  { pattern: /^commands\/[a-z]+(-[a-z]+)*\.ts$/, holds: "one verb a file" },
  { pattern: /^events\.ts$/, holds: "the closed union of what may happen, and emit" },
  { pattern: /^errors\.ts$/, holds: "the closed union of refusals" },
  { pattern: /^index\.ts$/, holds: "the entry of the package, and nowhere else" },
  { pattern: /^shared\.ts$/, holds: "words that the schemas share" },
  { pattern: /^README\.md$/, holds: "the words and the invariants" },
  { pattern: /(^|\/)[a-z-]+\.test\.ts$/, holds: "tests, beside what they test" },
  { pattern: /^testing\/[a-z-]+\.ts$/, holds: "builders of test data" },
];

/** Names that say nothing about what is inside. */
export const VAGUE = /(^|\/)(utils?|helpers?|common|misc|lib|stuff|base|manager|constants|functions)(\.tsx?$|\/)/;
