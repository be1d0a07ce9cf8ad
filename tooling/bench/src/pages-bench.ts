import { execFile } from "node:child_process";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { ROOT } from "./api-process.ts";
import type { Bench } from "./bench.ts";
import type { Line } from "./report.ts";
import { benchSpeed } from "./speed-bench.ts";

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

interface Page {
  readonly what: string;
  readonly app: string;
  /** How the sources begin whose chunks the page needs before it can show anything, beside index.html. */
  readonly routes: readonly string[];
  readonly mostKilobytes: number;
}

const component = (route: string) => `src/routes/${route}.tsx?tsr-split=`;
const PAGES: readonly Page[] = [
  {
    what: "first JavaScript of the portal: sign-in",
    app: "portal",
    routes: [component("sign-in")],
    mostKilobytes: 130,
  },
  {
    what: "first JavaScript of the portal: Home",
    app: "portal",
    routes: [component("_app"), component("_app/index")],
    mostKilobytes: 130,
  },
  { what: "first JavaScript of the kiosk", app: "kiosk", routes: [], mostKilobytes: 100 },
];

/** How much JavaScript arrives before a first page shows, by gzip, as the build's own manifest tells; then how quick it is. */
export async function benchPages(bench: Bench): Promise<Line[]> {
  const { stage, progress } = bench;
  const lines: Line[] = [];
  const built = new Map<string, string>();
  for (const { what, app, routes, mostKilobytes } of PAGES) {
    const folder =
      built.get(app) ?? (await progress.step(`building the ${app}`, () => build(app, join(stage.folder, app))));
    built.set(app, folder);
    const manifest = JSON.parse(await readFile(join(folder, ".vite/manifest.json"), "utf8")) as Manifest;
    if (!manifest["index.html"]) throw new Error(`The build of the ${app} has no index.html.`);
    const sizes = await Promise.all(
      [...filesOf(manifest, ["index.html", ...routes])].map(
        async (file) => gzipSync(await readFile(join(folder, file))).length,
      ),
    );
    const value = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    lines.push({ what, timing: null, floor: null, figure: { value, unit: "kB" }, goal: { atMost: mostKilobytes } });
  }
  const portal = built.get("portal");
  if (portal) lines.push(...(await benchSpeed(bench, portal)));
  return lines;
}

/** Into a folder of the bench's own: what `npm start` serves stays as it is. */
async function build(app: string, folder: string): Promise<string> {
  const cwd = join(ROOT, "apps", app);
  await promisify(execFile)(
    process.execPath,
    [await viteOf(cwd), "build", "--manifest", "--outDir", folder, "--emptyOutDir"],
    { cwd },
  );
  return folder;
}

async function viteOf(app: string): Promise<string> {
  const program = join(app, "node_modules/vite/bin/vite.js");
  await access(program);
  return program;
}

/** The chunks and everything that they import before they run. */
function filesOf(manifest: Manifest, names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    // A route without a chunk of its own is part of the entry.
    const chunk = manifest[name] ?? Object.entries(manifest).find(([source]) => source.startsWith(name))?.[1];
    if (!chunk || found.has(chunk.file)) continue;
    found.add(chunk.file);
    filesOf(manifest, chunk.imports ?? [], found);
  }
  return found;
}
