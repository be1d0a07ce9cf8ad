import { expect, test } from "vitest";
import { FILES, isTestCode, listed, read } from "./files.ts";

/** What takes the caller's context first is a verb that somebody may ask for; steps take a transaction first. */
const VERB = /^export async function (\w+)\(\s*ctx: Context/gm;

/** A sentence for each verb of a file that doesn't say what it needs, or doesn't ask for it before all else. */
function careless(file: string, text: string): string[] {
  return [...text.matchAll(VERB)].flatMap(([, name]) => {
    if (!new RegExp(`^${name}\\.needs = \\[".*as const;$`, "m").test(text))
      return [
        `${file}: ${name} names no permission. Say beside it what it needs, ${name}.needs = ["…"] as const; packages/kernel/src/may.ts has the list.`,
      ];
    return text.includes(`  authorize(ctx, ...${name}.needs);`)
      ? []
      : [`${file}: ${name} doesn't ask for what it needs. Begin with authorize(ctx, ...${name}.needs).`];
  });
}

const COMMANDS = FILES.filter(
  (file) => /^packages\/[^/]+\/src\/(.+\/)?commands\/[^/]+\.ts$/.test(file) && !isTestCode(file),
);

test("every command says what it needs, and asks for it", () => {
  expect(COMMANDS.length).toBeGreaterThan(80);
  expect(listed(COMMANDS.flatMap((file) => careless(file, read(file))))).toBe("");
});

test("a verb that names no permission is told of, and one that names it and doesn't ask", () => {
  const text = "export async function openDoor(ctx: Context): Promise<void> {\n  await open();\n}\n";
  expect(careless("open-door.ts", text)).toEqual([
    'open-door.ts: openDoor names no permission. Say beside it what it needs, openDoor.needs = ["…"] as const; packages/kernel/src/may.ts has the list.',
  ]);
  expect(careless("open-door.ts", `${text}openDoor.needs = ["useSpace"] as const;\n`)).toEqual([
    "open-door.ts: openDoor doesn't ask for what it needs. Begin with authorize(ctx, ...openDoor.needs).",
  ]);
});
