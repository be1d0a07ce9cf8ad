import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PrintServer } from "./testing/a-print-server.ts";
import { aPrintServer, FORMAT, pageLine, totalLine } from "./testing/a-print-server.ts";

let server: PrintServer;
beforeEach(async () => {
  server = await aPrintServer();
});
afterEach(() => server.close());

const sides = () => [...server.told.values()].flatMap((event) => event.sides ?? []);
const write = (text: string) => appendFile(server.log, text);
const refused = () => readFile(join(server.folder, "state.json.refused"), "utf8").catch(() => "");
const HOUR_MS = 3_600_000;

describe("a clock that is set back", () => {
  test("while a job is quiet: it is told at once, not when the hour has come again", async () => {
    const agent = await server.agent({ quietSeconds: 10 });
    await write(totalLine(1, 3));
    await agent.cycle();
    expect(sides()).toEqual([]);
    server.setNow(-HOUR_MS);
    await agent.cycle();
    expect(sides()).toEqual([3]);
  });
  test("during a pause after a failure: the next look tells", async () => {
    server.mode = "down";
    const agent = await server.agent();
    await write(totalLine(1, 3));
    await agent.cycle();
    server.mode = "fine";
    server.setNow(100);
    await agent.cycle();
    expect(sides()).toEqual([]); // the pause is kept while the clock goes on
    server.setNow(-HOUR_MS);
    await agent.cycle();
    expect(sides()).toEqual([3]);
  });
  test("after a report: the server goes on hearing that the agent is there", async () => {
    const agent = await server.agent();
    await agent.cycle();
    server.mode = "answers_400";
    server.setNow(1_000);
    await agent.cycle();
    expect(server.messages).toEqual([]); // nothing to tell yet
    server.setNow(-HOUR_MS);
    await agent.cycle();
    expect(server.messages).toEqual([expect.stringContaining("the server answers 400")]);
  });
});

describe("an answer of 400 or 500", () => {
  const jobs = [1, 2, 3, 4, 5].map((job) => totalLine(job, job, job === 3 ? "poison" : "ana")).join("");
  test("to one event: the others are told, it is kept beside the state, and it never comes again", async () => {
    server.poison = 400;
    const agent = await server.agent();
    await write(jobs);
    await agent.cycle();
    expect([sides(), agent.waiting]).toEqual([[1, 2, 4, 5], 0]);
    expect(await refused()).toContain('"user":"poison"');
    await write(totalLine(6, 6));
    await (await server.agent()).cycle();
    expect(sides()).toEqual([1, 2, 4, 5, 6]);
  });
  test("to everything, as a proxy does: nothing is put away, and all of it is told later", async () => {
    server.mode = "answers_400";
    const agent = await server.agent();
    await write(jobs);
    await agent.cycle();
    expect([agent.waiting, await refused(), sides()]).toEqual([5, "", []]);
    server.mode = "fine";
    server.setNow(10_000);
    await agent.cycle();
    expect([agent.waiting, sides()]).toEqual([0, [1, 2, 3, 4, 5]]);
  });
  test("500 at one event: the others are told at once, it is tried again minutes later and not lost", async () => {
    server.poison = 500;
    const agent = await server.agent();
    await write(jobs);
    await agent.cycle();
    expect([sides(), agent.waiting]).toEqual([[1, 2, 4, 5], 1]);
    server.setNow(60_000);
    await agent.cycle();
    expect(agent.waiting).toBe(1);
    server.poison = 200;
    server.setNow(301_000);
    await agent.cycle();
    expect([sides(), agent.waiting, await refused()]).toEqual([[1, 2, 4, 5, 3], 0, ""]);
  });
});

describe("the state of another log format", () => {
  const cups = (pageLogFormat: string) => ({ kind: "cups" as const, pageLogFormat });
  const papercut = (timeZone: string) => ({ kind: "papercut" as const, timeZone });
  const HEADER = "PaperCut Print Logger\r\nTime,User,Pages,Copies,Printer,Document Name,Duplex,Grayscale\r\n";
  const row = (minute: number, pages: number) =>
    `2026-05-29 17:${minute}:10,ana,${pages},1,Copier,Plan,NOT DUPLEX,GRAYSCALE\r\n`;

  test("another PageLogFormat goes on at the same place, in the middle of a job", async () => {
    await write(pageLine(1, 1) + pageLine(1, 2));
    await (await server.agent({ quietSeconds: 10 })).cycle();
    await write(pageLine(1, 3).replace("A4 one-sided", "A4 one-sided 1"));
    server.setNow(60_000);
    await (await server.agent({ format: cups(`${FORMAT} %{copies}`) })).cycle();
    expect([sides(), server.messages]).toEqual([[3], []]);
  });
  test("another zone of the print server keeps the columns that were read", async () => {
    await write(HEADER + row(10, 1));
    await (await server.agent({ format: papercut("Europe/Lisbon") })).cycle();
    await write(row(20, 2));
    await (await server.agent({ format: papercut("Europe/Berlin") })).cycle();
    expect([sides(), server.messages]).toEqual([[1, 2], []]);
  });
  test.each([["utf8"], ["utf16le"]] as const)(
    "a log that is begun at its end is read by the header at its beginning (%s)",
    async (encoding) => {
      const bytes = (text: string) => Buffer.from(text, encoding);
      await writeFile(server.log, bytes(`${encoding === "utf16le" ? "\uFEFF" : ""}${HEADER}${row(10, 1)}`));
      const settings = { format: papercut("Europe/Lisbon"), startAt: "end" as const };
      await (await server.agent(settings)).cycle();
      await appendFile(server.log, bytes(row(20, 2)));
      await (await server.agent(settings)).cycle();
      expect([...server.told.values()].map(({ type, sides: count }) => [type, count])).toEqual([["printed", 2]]);
    },
  );
  test("another kind of log was never read: it begins where the settings say, and nothing is missing", async () => {
    await write(totalLine(1, 3));
    await (await server.agent()).cycle();
    await writeFile(join(server.folder, "papercut.csv"), HEADER + row(10, 1));
    const other = {
      log: join(server.folder, "papercut.csv"),
      format: papercut("Europe/Lisbon"),
      startAt: "end" as const,
    };
    await (await server.agent(other)).cycle();
    await appendFile(join(server.folder, "papercut.csv"), row(20, 2));
    await (await server.agent(other)).cycle();
    expect([sides(), server.messages]).toEqual([[3, 2], []]);
  });
  test("the memory of an earlier version goes on: a job of which a total was read is not begun again", async () => {
    await write(totalLine(1, 3));
    await (await server.agent()).cycle();
    const path = join(server.folder, "state.json");
    const earlier = (await readFile(path, "utf8")).replace(
      /"pages":0,"total":3,"endsWithTotal":true/,
      '"hasTotal":true',
    );
    expect(earlier).toContain("hasTotal");
    await writeFile(path, earlier);
    await write(totalLine(1, 5).replace(":00 +0000", ":04 +0000"));
    await (await server.agent()).cycle();
    expect(sides()).toEqual([5]);
  });
});
