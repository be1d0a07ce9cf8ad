import { dirname, join } from "node:path/posix";
import type { Nouns } from "./circles.ts";
import { isTestCode, SOURCES } from "./files.ts";
import { importsOf, type Import } from "./imports.ts";

const PORTAL = "apps/portal/src/";

/** An import between two files of the portal, both as paths in its `src`. */
interface Edge extends Import {
  readonly file: string;
  readonly target: string;
}

/** Every import within the portal; tests may know whatever they need. */
export const EDGES: readonly Edge[] = SOURCES.filter((file) => file.startsWith(PORTAL) && !isTestCode(file))
  .flatMap(importsOf)
  .filter(({ specifier }) => specifier.startsWith("."))
  .map((one) => ({
    ...one,
    file: one.from.slice(PORTAL.length),
    target: join(dirname(one.from), one.specifier).slice(PORTAL.length),
  }));

/** features/day/search/book-page.tsx → day; null outside of the features. */
export function featureOf(file: string): string | null {
  return /^features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** features/day/search/book-page.tsx → day/search: what stands in the folder of a feature itself is what its folders share. */
export function folderOf(file: string): string | null {
  return /^features\/(.+)\/[^/]+$/.exec(file)?.[1] ?? null;
}

/** Code that only managers and the front desk load. */
export function isManagers(file: string): boolean {
  return /^(features\/(.+\/)?|routes\/_app\/)manage\//.test(file);
}

/** Which rooms of the portal know which others, with one import of each as a witness; types count. */
export function roomsBy(roomOf: (file: string) => string | null, edges = EDGES): Nouns {
  const rooms = new Map<string, Map<string, string>>();
  for (const { file, target, specifier } of edges) {
    const [room, other] = [roomOf(file), roomOf(target)];
    if (room === null || other === null || room === other) continue;
    const known = rooms.get(room) ?? new Map<string, string>();
    rooms.set(room, known.set(other, `${file} imports ${specifier}`));
  }
  return rooms;
}
