import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

const budgetBytes = 130_000;
/** What a visit to Home loads before it shows anything: the entry, the frame, and Home itself. */
const firstModules = [/\/index\.html$/, /\/routes\/_app\.tsx\?tsr-split/, /\/routes\/_app\/index\.tsx\?tsr-split/];

/** Fails the build when the first JavaScript grows past its budget, gzipped; says what it is otherwise. */
export function firstJavaScript(): Plugin {
  return {
    name: "first-javascript",
    apply: "build",
    enforce: "post",
    generateBundle: {
      // After Vite has written into the chunks which others they load: two kilobytes of names.
      order: "post",
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
        const bytes = [...reachable(chunks)].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
        const text = `First JavaScript: ${(bytes / 1000).toFixed(1)} of ${budgetBytes / 1000} kB gzip.`;
        if (bytes > budgetBytes)
          this.error(`${text} Load what Home does not need later: lazy(), or another page's chunk.`);
        this.info(text);
      },
    },
  };
}

function reachable(chunks: readonly Rolldown.OutputChunk[]): Set<Rolldown.OutputChunk> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(byName.get(name));
  };
  for (const chunk of chunks) {
    if (firstModules.some((pattern) => chunk.moduleIds.some((id) => pattern.test(id)))) visit(chunk);
  }
  return found;
}
