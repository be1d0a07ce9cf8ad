import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { PrintServer } from "./testing/a-print-server.ts";
import { aPrintServer, FORMAT, totalLine } from "./testing/a-print-server.ts";

let server: PrintServer;
let config: string;
beforeEach(async () => {
  server = await aPrintServer();
  config = join(server.folder, "print-agent.json");
  await writeFile(join(server.folder, "token"), "wsd_token\n");
  await writeFile(
    config,
    JSON.stringify({
      server: server.url,
      tokenFile: "token",
      log: "page_log",
      format: { kind: "cups", pageLogFormat: FORMAT },
      stateFile: "state.json",
      startAt: "beginning",
      pollSeconds: 0.05,
      quietSeconds: 0,
    }),
  );
});
afterEach(() => server.close());

/** The program itself, as npx runs it. */
function start(...args: string[]): { process: ChildProcess; ended: Promise<number | null>; said: () => string } {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { process: child, ended: new Promise((resolve) => child.once("exit", resolve)), said: () => text };
}

test("killed again and again while the log grows: every job is told, none twice", async () => {
  let last = 0;
  for (let round = 0; round < 4; round++) {
    const agent = start("--config", config);
    const until = last + 30;
    while (last < until) {
      await appendFile(server.log, totalLine(++last, last));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    agent.process.kill("SIGKILL");
    await agent.ended;
  }
  const agent = start("--config", config);
  await appendFile(server.log, totalLine(++last, last)); // only this last one can tell it: then it surely runs
  await expect.poll(() => server.told.size, { timeout: 20_000 }).toBe(last);
  agent.process.kill("SIGTERM");
  expect(await agent.ended).toBe(0);
  expect([...server.told.values()].map(({ sides }) => sides).toSorted((a = 0, b = 0) => a - b)).toEqual(
    Array.from({ length: last }, (_, index) => index + 1),
  );
}, 60_000);

test("--once imports what is there and ends", async () => {
  await writeFile(server.log, totalLine(1, 3) + totalLine(2, 4));
  expect(await start("--config", config, "--once").ended).toBe(0);
  expect(server.told.size).toBe(2);
});

test("mistakes end it with a sentence: no configuration, a token that is over", async () => {
  const lost = start("--config", `${config}.nowhere`);
  expect([await lost.ended, lost.said()]).toEqual([1, expect.stringContaining("There is no configuration")]);
  server.mode = "revoked";
  const refused = start("--config", config);
  expect([await refused.ended, refused.said()]).toEqual([3, expect.stringContaining("make a new token")]);
});
