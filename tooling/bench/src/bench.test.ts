import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("a quick run measures everything beside its floor, and writes it down", { timeout: 240_000 }, async () => {
  const main = join(import.meta.dirname, "main.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [
    main,
    "--quick",
    "--only",
    "booking,credits,reads,availability,feed,import",
  ]);
  const file = stdout.trim().split("\n").at(-1) ?? "";
  const result = JSON.parse(await readFile(file, "utf8")) as {
    lines: { what: string; figure: { value: number }; floor: unknown }[];
    machine: { revision: string };
  };
  expect(result.lines.map(({ what }) => what.replace(/ \(about .*/, ""))).toEqual([
    "booking a room over HTTP, half of them with credits",
    "consuming credits",
    "consuming credits beside 200 used-up lots",
    "day view over HTTP",
    "day view over HTTP, p99",
    "search over HTTP",
    "search over HTTP, p99",
    "wallet over HTTP",
    "wallet over HTTP, p99",
    "explain this balance over HTTP",
    "explain this balance over HTTP, p99",
    "200 rooms × 7 days",
    "unchanged calendar feed (304), p95",
    "the first import into an empty space, 2000 rows",
  ]);
  for (const { what, figure } of result.lines) expect(figure.value, what).toBeGreaterThan(0);
  expect(result.machine.revision).not.toBe("");
});

test("a wrong option is answered with a sentence", () => {
  expect(() => readOptions(["--only", "bookings"])).toThrow('There is no section "bookings".');
  expect(() => readOptions(["--rounds", "0"])).toThrow("--rounds takes a number from 1 to 50.");
});
