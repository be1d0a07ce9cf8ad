import { execFile } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openLog } from "./log.ts";

test("lines of requests are written together soon, and a fault at once with all that came before it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "working-social-log-"));
  const file = join(folder, "api.log");
  const fd = openSync(file, "a");
  try {
    const log = openLog({ logLevel: "info" }, fd);
    const said = () =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { msg: string }).msg);
    log.info("one");
    log.info("two");
    expect(said()).toEqual([]);
    await expect.poll(said).toEqual(["one", "two"]);
    log.info("three");
    log.error("four");
    expect(said()).toEqual(["one", "two", "three", "four"]);
    for (let n = 0; n < 1_000; n++) log.info("many");
    expect(said().length).toBeGreaterThan(900);
    await expect.poll(() => said().length).toBe(1_004);
  } finally {
    closeSync(fd);
    await rm(folder, { recursive: true });
  }
});

test("a process that ends has written its last line", async () => {
  const script = `import { openLog } from ${JSON.stringify(join(import.meta.dirname, "log.ts"))};
    openLog({ logLevel: "info" }).info("goodbye"); process.exit(0);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
  expect(stdout).toContain('"msg":"goodbye"');
});
