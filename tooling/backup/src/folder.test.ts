import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileName, removeOldDailies } from "./folder.ts";

const DAY_MS = 86_400_000;

test("of daily backups the newest 14 stay, of those that were killed half-way nothing, and what people made is theirs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "working-social-dailies-"));
  try {
    const days = Array.from({ length: 20 }, (_, day) => new Date(Date.UTC(2026, 10, 1 + day, 3, 15)));
    const dailies = days.map((day) => fileName("daily", day));
    const [killed, underWay] = [
      `${fileName("daily", new Date(0))}.partial`,
      `${fileName("daily", new Date())}.partial`,
    ];
    const others = [fileName("by-hand", new Date(0)), "space.tar.gz", "space.tar.gz.partial", underWay];
    for (const name of [...dailies, ...others, killed]) await writeFile(join(folder, name), "");
    const longAgo = new Date(Date.now() - 2 * DAY_MS);
    for (const name of [killed, "space.tar.gz.partial"]) await utimes(join(folder, name), longAgo, longAgo);
    await removeOldDailies(folder);
    expect((await readdir(folder)).sort()).toEqual([...dailies.slice(6), ...others].sort());
  } finally {
    await rm(folder, { recursive: true });
  }
});
