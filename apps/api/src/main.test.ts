import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setUpCode } from "./set-up-code.ts";
import { until } from "./testing/until.ts";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "working-social-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

interface Program {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** A program of ours as its own process, as operators run it. */
function run(file: string, variables: Record<string, string> = {}): Program {
  const env = {
    PATH: process.env["PATH"] ?? "",
    APP_DATABASE_URL: database.appUrl,
    DATA_DIR: folder,
    PORT: "0",
    ...variables,
  };
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], { env });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, ended: new Promise((resolve) => child.on("exit", resolve)) };
}

const portOf = (program: Program) => /"port":(\d+)/.exec(program.output())?.[1] ?? "";

describe("the programs", () => {
  test("the server listens, tells a second one that the port is taken, and ends with 0 on SIGTERM", async () => {
    const server = run("main.ts");
    await until(() => portOf(server) !== "", 40_000);
    expect((await fetch(`http://127.0.0.1:${portOf(server)}/healthz`)).status).toBe(200);
    const secret = await readFile(join(folder, "secret"), "utf8");
    await until(() => server.output().includes(`needs this code: ${setUpCode(secret)}`));
    const second = run("main.ts", { PORT: portOf(server) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toBe(
      `Port ${portOf(server)} of 127.0.0.1 is taken. Stop what uses it, or set PORT to another one.\n`,
    );
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(server.output()).toContain('"msg":"stopped"');
  }, 90_000);

  test("the worker works by itself and ends with 0 on Ctrl-C", async () => {
    const worker = run("worker.ts");
    await until(() => worker.output().includes("working on jobs"), 20_000);
    worker.child.kill("SIGINT");
    expect(await worker.ended).toBe(0);
  });

  test("a wrong variable, a missing mail server and a missing database stop the start with a sentence", async () => {
    const wrong = run("main.ts", { PORT: "many", LOG_LEVEL: "loud" });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output().trim().split("\n")).toHaveLength(2);
    const open = run("main.ts", { PUBLIC_URL: "https://space.example" });
    expect(await open.ended).toBe(1);
    expect(open.output()).toMatch(/^People who open https:\/\/space.example sign in by mail: set SMTP_URL .+\.\n$/);
    const away = run("main.ts", { APP_DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
    expect(await away.ended).toBe(1);
    expect(away.output()).toBe("The database of APP_DATABASE_URL does not answer. Start it, or correct the address.\n");
  });
});
