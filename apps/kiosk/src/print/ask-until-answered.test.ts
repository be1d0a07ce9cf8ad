import { expect, test } from "vitest";
import { askUntilAnswered } from "./ask-until-answered.ts";
import type { Answer } from "./print-api.ts";
import { secondsLeft } from "./silence.ts";

function patience(signal = new AbortController().signal) {
  const pauses: number[] = [];
  const reached: boolean[] = [];
  const pause = async (ms: number) => void pauses.push(ms);
  return { pauses, reached, wishes: { signal, pause, onTry: (isReached: boolean) => void reached.push(isReached) } };
}

test("it asks again with longer and longer pauses, and says each time whether somebody answers", async () => {
  const answers: Answer<string>[] = [
    ...Array.from({ length: 6 }, () => ({ kind: "unreachable" }) as const),
    { kind: "done", output: "x" },
  ];
  const { pauses, reached, wishes } = patience();
  expect(await askUntilAnswered(async () => answers.shift() ?? { kind: "revoked" }, wishes)).toEqual({
    kind: "done",
    output: "x",
  });
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(reached).toEqual([false, false, false, false, false, false, true]);
});

test("a refusal is an answer", async () => {
  const { pauses, wishes } = patience();
  const answer = { kind: "refused", refusal: { code: "wrong_code" } } as const;
  expect(await askUntilAnswered(async () => answer, wishes)).toEqual(answer);
  expect(pauses).toEqual([]);
});

test("once nobody waits for it any more, it neither answers nor asks again", async () => {
  const over = new AbortController();
  let tries = 0;
  const ask = async (): Promise<Answer<string>> => {
    tries += 1;
    over.abort(new Error("over"));
    return { kind: "done", output: "too late" };
  };
  await expect(askUntilAnswered(ask, patience(over.signal).wishes)).rejects.toThrow("over");
  expect(tries).toBe(1);
});

test("the countdown reads 30 first, 1 last, and then it is over", () => {
  const seconds = [0, 1, 999, 1_000, 28_999, 29_000, 29_999, 30_000, 90_000].map((ms) =>
    secondsLeft(5_000, 5_000 + ms),
  );
  expect(seconds).toEqual([30, 30, 30, 29, 2, 1, 1, 0, 0]);
  expect(secondsLeft(5_000, 4_000), "a clock that was set back").toBe(30);
});
