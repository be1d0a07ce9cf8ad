import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const budgetBytes = 100_000;

/** Fails the build when the kiosk's JavaScript grows past its budget, gzipped; it loads all of it at once, but overlays. */
export function firstJavaScript(): Plugin {
  return {
    name: "first-javascript",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const chunks = new Map(
          Object.values(bundle).flatMap((part) => (part.type === "chunk" ? [[part.fileName, part] as const] : [])),
        );
        const waiting = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
        const first = new Set<string>();
        for (const name of waiting) {
          if (first.has(name)) continue;
          first.add(name);
          waiting.push(...(chunks.get(name)?.imports ?? []));
        }
        const bytes = [...first].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "").length, 0);
        const text = `First JavaScript: ${(bytes / 1000).toFixed(1)} of ${budgetBytes / 1000} kB gzip.`;
        if (bytes > budgetBytes) this.error(`${text} Load what the first screen does not need later: lazy().`);
        this.info(text);
      },
    },
  };
}
