import { dirname, join } from "node:path/posix";
import { isTestCode, SOURCES } from "./files.ts";
import { importsOf } from "./imports.ts";
import { KIND_FOLDERS } from "./vocabulary.ts";

/** From each noun of a domain to those that its files import, with one import of each as a witness. */
export type Nouns = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** packages/copier/src/jobs/commands/release-job.ts → jobs; null for what belongs to the whole domain and may know all its nouns. */
function nounOf(file: string): string | null {
  const [first, ...rest] = file.split("/").slice(3);
  if (first === undefined || rest.length === 0) return null;
  // The rules of a domain are a noun too: they stand below all others, and know none of them.
  return first === "rules" || !KIND_FOLDERS.includes(first) ? first : null;
}

/** Which nouns of a domain know which others. Types count: who needs to know a shape stands above it. */
export function nounsOf(domain: string): Nouns {
  const nouns = new Map<string, Map<string, string>>();
  const files = SOURCES.filter((file) => file.startsWith(`packages/${domain}/src/`) && !isTestCode(file));
  for (const { from, specifier } of files.flatMap(importsOf)) {
    const noun = nounOf(from);
    const other = specifier.startsWith(".") ? nounOf(join(dirname(from), specifier)) : null;
    if (noun === null || other === null || noun === other) continue;
    const known = nouns.get(noun) ?? new Map<string, string>();
    nouns.set(noun, known.set(other, `${from} imports ${specifier}`));
  }
  return nouns;
}

/** Each edge that is a part of a circle, with its witness: from where it leads there is a way back. */
export function edgesInCircles(nouns: Nouns): { edge: string; witness: string }[] {
  return [...nouns].flatMap(([noun, known]) =>
    [...known]
      .filter(([other]) => reaches(nouns, other, noun))
      .map(([other, witness]) => ({ edge: `${noun} → ${other}`, witness })),
  );
}

function reaches(nouns: Nouns, from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(nouns.get(from)?.keys() ?? [])].some((next) => reaches(nouns, next, to, seen));
}
