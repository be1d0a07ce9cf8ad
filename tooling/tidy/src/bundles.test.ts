import { join } from "node:path";
import { build } from "vite";
import { expect, test } from "vitest";
import { DOMAINS, isBrowserEntry } from "./edges.ts";
import { listed, PACKAGES, read, ROOT } from "./files.ts";

/** A domain's /rules, /schema and /texts go to the browser; bundling them shows what would travel along. */
const ENTRIES = PACKAGES.filter((folder) => DOMAINS.includes(folder.slice("packages/".length))).flatMap((folder) => {
  const manifest: { exports: Record<string, string> } = JSON.parse(read(`${folder}/package.json`));
  return Object.entries(manifest.exports).flatMap(([entry, file]) =>
    isBrowserEntry(entry.slice("./".length)) ? [{ name: `${folder} ${entry}`, path: join(ROOT, folder, file) }] : [],
  );
});

test("there are entries for the browser", () => {
  expect(ENTRIES.map(({ name }) => name)).toContain("packages/booking ./rules");
});

test.each(ENTRIES)("$name carries no server code to the browser", async ({ path }) => {
  const modules = await bundledModules(path);
  const server = modules.filter((id) =>
    /\/packages\/(db|notify)\/|__vite-browser-external|\/(commands|queries|steps)(\/|\.ts)/.test(id),
  );
  expect(
    listed(
      server.map(
        (id) =>
          `${id.replace(ROOT, "")} would travel to the browser: the entry, or a file that it imports, reaches for it.`,
      ),
    ),
  ).toBe("");
});

async function bundledModules(entry: string): Promise<string[]> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    root: ROOT,
    build: { write: false, minify: false, rolldownOptions: { input: entry, preserveEntrySignatures: "strict" } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((one) => ("output" in one ? one.output : []))
    .flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
}
