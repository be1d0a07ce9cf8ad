import { expect, test } from "vitest";
import { misfits } from "./misfits.ts";

const wishes = { people: 6, features: ["Screen"], kinds: [] };

test("says everything that a resource misses", () => {
  const booth = { kind: "booth", capacity: 1, features: ["whiteboard"] } as const;
  expect(misfits({ ...booth, features: [...booth.features] }, { ...wishes, kinds: ["room"] })).toEqual([
    { code: "other_kind" },
    { code: "too_small", capacity: 1 },
    { code: "lacks", features: ["Screen"] },
  ]);
});

test("misses nothing where it has as many seats and each feature, however it is written", () => {
  expect(misfits({ kind: "room", capacity: 6, features: ["screen", "whiteboard"] }, wishes)).toEqual([]);
  expect(misfits({ kind: "room", capacity: 6, features: ["screen"] }, { ...wishes, kinds: ["booth", "room"] })).toEqual(
    [],
  );
});
