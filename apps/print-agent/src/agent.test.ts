import { appendFile, copyFile, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TokenRevokedError } from "./agent.ts";
import type { PrintServer } from "./testing/a-print-server.ts";
import { aPrintServer, pageLine, totalLine } from "./testing/a-print-server.ts";

let server: PrintServer;
beforeEach(async () => {
  server = await aPrintServer();
});
afterEach(() => server.close());

const sides = () => [...server.told.values()].map((event) => event.sides);
const write = (text: string) => appendFile(server.log, text);

describe("following a log", () => {
  test("what is new is told once, a torn last line when it is whole", async () => {
    const agent = await server.agent();
    await write(totalLine(1, 3) + totalLine(2, 4).slice(0, 20));
    await agent.cycle();
    expect(sides()).toEqual([3]);
    await write(totalLine(2, 4).slice(20));
    await agent.cycle();
    await agent.cycle();
    expect([sides(), server.posts]).toEqual([[3, 4], 2]);
  });
  test("an agent that starts goes on where the last one stopped, also in the middle of a job", async () => {
    await write(pageLine(1, 1) + pageLine(1, 2));
    await (await server.agent()).cycle();
    await write(pageLine(1, 3));
    await (await server.agent()).cycle();
    expect(sides()).toEqual([3]);
  });
  test("a job is told when its pages have stopped coming", async () => {
    const agent = await server.agent({ quietSeconds: 10 });
    for (let page = 1; page <= 5; page++) {
      server.setNow(page * 4000);
      await write(pageLine(1, page));
      await agent.cycle();
    }
    expect(server.posts).toBe(0);
    server.setNow(31_000);
    await agent.cycle();
    expect([sides(), server.posts]).toEqual([[5], 1]);
  });
  test("a first start at the end leaves the past alone", async () => {
    await write(totalLine(1, 3) + "Copier an");
    const agent = await server.agent({ startAt: "end" });
    await agent.cycle();
    await write(`a 2 [25/Nov/2026:08:02:00 +0000] total 5 Plan A4 one-sided\n`);
    await agent.cycle();
    expect(sides()).toEqual([5]);
  });
  test("a log that is not there yet: all that will be in it is new, and nothing is missing", async () => {
    await rm(server.log);
    await (await server.agent({ startAt: "end" })).cycle();
    await write(totalLine(1, 3));
    await (await server.agent({ startAt: "end" })).cycle();
    expect([sides(), server.messages]).toEqual([[3], []]);
  });
  test("lines that can't be read are told as such, others printers' jobs not at all", async () => {
    const agent = await server.agent({ printers: ["Copier"] });
    await write(`garbage\n${totalLine(1, 3)}${totalLine(2, 9).replace("Copier", "Plotter")}`);
    await agent.cycle();
    expect([...server.told.values()].map(({ type }) => type).toSorted()).toEqual(["printed", "problem"]);
  });
  test("a line without an end, and bytes that are no text", async () => {
    const agent = await server.agent();
    await writeFile(
      server.log,
      Buffer.concat([Buffer.alloc(300_000, "x"), Buffer.from([0xff, 0xc0, 0, 10]), Buffer.from(totalLine(1, 3))]),
    );
    await agent.cycle();
    expect([...server.told.values()].map(({ type }) => type)).toEqual(["problem", "problem", "printed"]);
  });
});

describe("rotation", () => {
  test("renamed with unread lines, and renamed twice", async () => {
    const agent = await server.agent();
    await write(totalLine(1, 1));
    await agent.cycle();
    await write(totalLine(2, 2));
    await rename(server.log, `${server.log}.1`);
    await writeFile(server.log, totalLine(3, 3));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await rename(`${server.log}.1`, `${server.log}.2`);
    await rename(server.log, `${server.log}.1`);
    await writeFile(server.log, totalLine(4, 4));
    await agent.cycle();
    expect(sides()).toEqual([1, 2, 3, 4]);
    expect(server.messages).toEqual([]);
  });
  test("copied and truncated, also when the log has grown past the old position", async () => {
    const agent = await server.agent();
    await write(totalLine(1, 1));
    await agent.cycle();
    await write(totalLine(2, 2));
    await copyFile(server.log, `${server.log}.1`);
    await truncate(server.log);
    await write([3, 4, 5].map((id) => totalLine(id, id)).join(""));
    await agent.cycle();
    expect(sides()).toEqual([1, 2, 3, 4, 5]);
  });
  test("the log is away for a moment, then new", async () => {
    const agent = await server.agent();
    await write(totalLine(1, 1));
    await agent.cycle();
    await rename(server.log, `${server.log}.O`);
    await agent.cycle();
    await writeFile(server.log, totalLine(2, 2));
    await agent.cycle();
    expect(sides()).toEqual([1, 2]);
  });
  test("truncated without a copy: said loudly, and what follows is told", async () => {
    const agent = await server.agent();
    await write(totalLine(1, 1));
    await agent.cycle();
    await writeFile(server.log, totalLine(9, 9));
    await agent.cycle();
    expect(sides()).toEqual([1, 9]);
    expect(server.messages).toEqual([expect.stringContaining("some jobs may be missing")]);
  });
});

describe("telling", () => {
  test("the network is away while the log rotates and the agent restarts: everything arrives, later", async () => {
    server.mode = "down";
    await write(totalLine(1, 1));
    await (await server.agent()).cycle();
    await write(totalLine(2, 2));
    await rename(server.log, `${server.log}.1`);
    await writeFile(server.log, totalLine(3, 3));
    const agent = await server.agent();
    await agent.cycle();
    await writeFile(`${server.log}.1`, "");
    expect([server.told.size, agent.waiting]).toEqual([0, 3]);
    server.mode = "fine";
    server.setNow(400_000);
    await agent.cycle();
    expect([sides(), agent.waiting]).toEqual([[1, 2, 3], 0]);
  });
  test("answers that get lost: told again under the same keys", async () => {
    server.mode = "loses_answers";
    const agent = await server.agent();
    await write(totalLine(1, 1) + totalLine(2, 2));
    await agent.cycle();
    server.mode = "fine";
    server.setNow(10_000);
    await agent.cycle();
    expect([sides(), server.posts, agent.waiting]).toEqual([[1, 2], 2, 0]);
  });
  test("a proxy's page is no answer, and pauses grow", async () => {
    server.mode = "proxy_page";
    const agent = await server.agent();
    await write(totalLine(1, 1));
    for (let second = 0; second < 60; second++) {
      server.setNow(second * 1000);
      await agent.cycle();
    }
    expect(agent.waiting).toBe(1);
    expect(server.messages.length).toBeLessThan(12);
  });
  test("a server that takes little at a time", async () => {
    server.mode = "small";
    const agent = await server.agent();
    await write(Array.from({ length: 9 }, (_, index) => totalLine(index, index + 1)).join(""));
    await agent.cycle();
    expect([server.told.size, agent.waiting]).toEqual([9, 0]);
  });
  test("what the server refuses is kept beside the state", async () => {
    const agent = await server.agent();
    await write(totalLine(1, 1, "refused") + totalLine(2, 2));
    await agent.cycle();
    expect(agent.waiting).toBe(0);
    expect(await readFile(join(server.folder, "state.json.refused"), "utf8")).toContain('"user":"refused"');
  });
  test("a revoked token stops the agent and loses nothing", async () => {
    server.mode = "revoked";
    await write(totalLine(1, 1));
    await expect((await server.agent()).cycle()).rejects.toThrow(TokenRevokedError);
    server.mode = "fine";
    const agent = await server.agent();
    expect(agent.waiting).toBe(1);
    await agent.cycle();
    expect(sides()).toEqual([1]);
  });
  test("it says that it is there each minute, even when nothing is printed", async () => {
    const agent = await server.agent();
    server.mode = "revoked";
    await expect(agent.cycle()).rejects.toThrow(TokenRevokedError);
  });
});
