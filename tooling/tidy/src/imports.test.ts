import { expect, test } from "vitest";
import { importsIn, workspaceImport } from "./imports.ts";

test("every form of import is seen, and nothing else", () => {
  const text = `import one from "a";
import type { Two } from "b";
import {
  three,
  four,
} from 'c';
import "d.css";
export * from "./e.ts";
export type { Six } from "f";
const seven = await import("g");
export const eight = resolve("not-an-import");
export function nine() { return { from: "nor-this" }; }
`;
  const seen = importsIn("x.ts", text).map(({ specifier, isTypeOnly }) => `${specifier}${isTypeOnly ? " (type)" : ""}`);
  expect(seen).toEqual(["a", "b (type)", "c", "d.css", "./e.ts", "f (type)", "g"]);
});

test("a workspace import is a name and an entry", () => {
  expect(workspaceImport("@working-social/booking/rules")).toEqual({ name: "booking", entry: "rules" });
  expect(workspaceImport("@working-social/kernel")).toEqual({ name: "kernel", entry: "" });
  expect(workspaceImport("@tanstack/react-query")).toBeNull();
});
