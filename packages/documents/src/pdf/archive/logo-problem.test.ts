import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { logoProblem } from "./logo-problem.ts";
import { aPng } from "../testing/a-png.ts";

/** The head of a JPEG: its size and how many colours a pixel has. */
const aJpeg = (channels: number) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 8 + 3 * channels, 8, 0, 2, 0, 3, channels]),
    Buffer.alloc(3 * channels),
    Buffer.from([0xff, 0xd9]),
  ]);

test("PNG and JPEG, in colour and grey, are pictures", () => {
  for (const bytes of [aPng(2, 2), aJpeg(3), aJpeg(1)]) expect(logoProblem(bytes)).toBeNull();
});

test("colours for a press are refused", () => {
  expect(logoProblem(aJpeg(4))).toBe("cmyk");
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a text", Buffer.from("<svg/>")],
  ["the beginning of a PNG", aPng(2, 2).subarray(0, 12)],
  ["the beginning of a JPEG", aJpeg(3).subarray(0, 4)],
  ["something packed", deflateSync("x")],
])("%s is no picture", (_, bytes) => {
  expect(logoProblem(bytes)).toBe("notPicture");
});
