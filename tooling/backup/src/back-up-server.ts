import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "./contents.ts";
import { DUMP } from "./contents.ts";
import { oneFile } from "./data-files.ts";
import { runPgTool } from "./pg-tools.ts";

/** What pg_dump says of a PostgreSQL of one's own: all of it as of the moment at which it began, which `onEnd` hears. */
export async function* backUpServer(url: string, onEnd: (at: Date) => void): AsyncGenerator<Entry> {
  const folder = await mkdtemp(join(tmpdir(), "working-social-dump-")); // closed to others
  try {
    onEnd(new Date());
    const file = join(folder, DUMP);
    await runPgTool("pg_dump", url, ["--format=custom", `--file=${file}`]);
    yield* oneFile(file, DUMP);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
