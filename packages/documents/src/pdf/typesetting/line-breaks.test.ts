import { expect, test } from "vitest";
import { lineBreaks } from "./line-breaks.ts";

const pieces = (text: string) => {
  let from = 0;
  return lineBreaks(text).map(({ at }) => {
    const piece = text.slice(from, at);
    from = at;
    return piece;
  });
};

test.each([
  ["a room with a view", ["a ", "room ", "with ", "a ", "view"]],
  ["17\u00a0November 2026", ["17\u00a0November ", "2026"]],
  ["one\ntwo", ["one\n", "two"]],
  ["会议室", ["会", "议", "室"]],
  ["ห้องประชุมใหญ่", ["ห้อง", "ประชุม", "ใหญ่"]],
  ["", [""]],
])("%j may end after each of %j", (text, expected) => {
  expect(pieces(text)).toEqual(expected);
});

test("only a line feed and the end are required", () => {
  expect(lineBreaks("a b\nc").map(({ isRequired }) => isRequired)).toEqual([false, true, true]);
});
