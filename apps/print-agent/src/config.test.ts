import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Agent } from "./agent.ts";
import { Config, readConfig, readerOf } from "./config.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "print-agent-"));
});
afterAll(() => rm(folder, { recursive: true }));

const GOOD = {
  server: "https://space.example",
  tokenFile: "token",
  log: "page_log",
  format: { kind: "cups", pageLogFormat: "%p %u %j %T %P %C" },
  stateFile: "state.json",
};
const read = async (content: unknown) => {
  const path = join(folder, "agent.json");
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return readConfig(path);
};

test("paths count from the configuration, and what is left out has a default", async () => {
  expect(await read(GOOD)).toMatchObject({
    log: join(folder, "page_log"),
    startAt: "end",
    pollSeconds: 2,
    identity: "user",
  });
});
test("each mistake is named", async () => {
  await expect(readConfig(join(folder, "nowhere.json"))).rejects.toThrow("There is no configuration");
  await expect(read("{")).rejects.toThrow("is not JSON");
  await expect(read({ ...GOOD, server: "ftp://x", pollSecs: 3 })).rejects.toThrow(/server:[\s\S]*pollSecs/);
  await expect(read({ ...GOOD, format: { kind: "papercut", timeZone: "CET+1" } })).rejects.toThrow(
    "is no IANA time zone",
  );
  await expect(read({ ...GOOD, server: "http://space.example" })).rejects.toThrow("must begin with https://");
});
test("a PageLogFormat that can't be accounted stops the start", () => {
  expect(() => readerOf(Config.parse({ ...GOOD, format: { kind: "cups", pageLogFormat: "" } }))).toThrow(
    "PageLogFormat is empty",
  );
});
test("a state file that is not ours is never overwritten", async () => {
  const stateFile = join(folder, "other.json");
  await writeFile(stateFile, '{"mine":true}');
  await expect(Agent.open(Config.parse({ ...GOOD, stateFile }), "", { now: () => 0, log: () => {} })).rejects.toThrow(
    "is not a state of this agent",
  );
});
