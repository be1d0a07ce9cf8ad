import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Heard } from "./code-reader.ts";
import { hearKey, hearLongPause, hearShortPause, LONG_PAUSE_MS, SHORT_PAUSE_MS } from "./code-reader.ts";

/** Plays keys with the pause before each, as the hook would with its timers. */
function play(keys: readonly (readonly [key: string, pauseBeforeMs: number])[], pauseAfterMs = 2_000): Heard[] {
  let run = "";
  const heard: Heard[] = [];
  const take = (next: ReturnType<typeof hearKey>) => {
    run = next.run;
    heard.push(...next.heard);
  };
  const rest = (pauseMs: number) => {
    if (pauseMs >= SHORT_PAUSE_MS) take(hearShortPause(run));
    if (pauseMs >= LONG_PAUSE_MS) take(hearLongPause(run));
  };
  for (const [key, pauseMs] of keys) {
    rest(pauseMs);
    take(hearKey(run, key));
  }
  rest(pauseAfterMs);
  return heard;
}

const typed = (text: string, pauseMs: number) => [...text].map((key) => [key, pauseMs] as const);
const digitsOf = (heard: readonly Heard[]) => heard.map((one) => (one.kind === "digits" ? one.digits : "")).join("");
const code = "x7Q_-".repeat(8) + "abc";

describe("a reader", () => {
  test.each([1, 20, 85, 400])("is heard as one code with %i ms between its keys", (pauseMs) => {
    const keys = [...typed(code, pauseMs), ["Enter", pauseMs] as const];
    expect(play(keys)).toEqual([{ kind: "code", code }]);
  });
  test("may press Shift, and no Enter", () => {
    const keys = [...code].flatMap((key) => [["Shift", 2] as const, [key, 2] as const]);
    expect(play(keys)).toEqual([{ kind: "code", code }]);
  });
  test("that reads another system's short label, or a whole text, says nothing", () => {
    expect(play([...typed("INV-42", 2), ["Enter", 2]])).toEqual([]);
    expect(play([...typed("long words ".repeat(30), 2), ["Enter", 2]])).toEqual([]);
  });
  test("whose code begins with digits leaks none of them into a PIN", () => {
    const digital = `123456789012${code}`;
    expect(play([...typed(digital, 15), ["Enter", 15]])).toEqual([{ kind: "code", code: digital }]);
  });
});

describe("a person", () => {
  test.each([30, 200, 3_000])("types digits, %i ms apart", (pauseMs) => {
    const heard = play([...typed("004711", pauseMs), ["Enter", pauseMs]]);
    expect(digitsOf(heard)).toBe("004711");
    expect(heard.at(-1)).toEqual({ kind: "enter" });
  });
  test("who presses Enter alone is heard", () => {
    expect(play([["Enter", 500]])).toEqual([{ kind: "enter" }]);
  });
  test("may take a digit back, as quickly as it came", () => {
    expect(play([["4", 20] as const, ["7", 20] as const, ["Backspace", 20] as const, ["1", 20] as const])).toEqual([
      { kind: "digits", digits: "47" },
      { kind: "erase" },
      { kind: "digits", digits: "1" },
    ]);
  });
  test("who types letters is not", () => {
    expect(play(typed("hello", 150))).toEqual([]);
    expect(play([["Tab", 100] as const, ["ArrowLeft", 100] as const, [" ", 100] as const])).toEqual([]);
  });
});

test("whatever the code and the speed, it arrives whole and alone", () => {
  const base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const characters = fc.array(fc.constantFrom(...base64url), { minLength: 43, maxLength: 43 });
  fc.assert(
    fc.property(
      characters.map((all) => all.join("")).filter((text) => /\D/.test(text.slice(0, 11))),
      fc.array(fc.integer({ min: 0, max: SHORT_PAUSE_MS - 1 }), { minLength: 44, maxLength: 44 }),
      (text, pauses) => {
        const keys = [...text, "Enter"].map((key, index) => [key, pauses[index] ?? 0] as const);
        expect(play(keys)).toEqual([{ kind: "code", code: text }]);
      },
    ),
  );
});
