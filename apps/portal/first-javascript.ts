import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

export interface FirstJavaScriptOptions {
  /** Gzipped. */
  budgetBytes: number;
  /** Modules that a visit loads before it shows anything; whatever these import counts as well. */
  firstModules: readonly RegExp[];
  /** What to do when it is too much. */
  advice: string;
}

/** Fails the build when the first JavaScript grows past its budget; says what it is otherwise. */
export function firstJavaScript({ budgetBytes, firstModules, advice }: FirstJavaScriptOptions): Plugin {
  return {
    name: "first-javascript",
    apply: "build",
    enforce: "post",
    generateBundle: {
      // After Vite has written into the chunks which others they load: two kilobytes of names.
      order: "post",
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
        const bytes = [...reachable(chunks, firstModules)].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
        const text = `First JavaScript: ${(bytes / 1000).toFixed(1)} of ${budgetBytes / 1000} kB gzip.`;
        if (bytes > budgetBytes) this.error(`${text} ${advice}`);
        this.info(text);
      },
    },
  };
}

function reachable(
  chunks: readonly Rolldown.OutputChunk[],
  firstModules: readonly RegExp[],
): Set<Rolldown.OutputChunk> {
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
