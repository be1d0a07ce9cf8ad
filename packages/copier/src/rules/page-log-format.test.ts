import { describe, expect, test } from "vitest";
import {
  missingFromFormat,
  PageLogFormatError,
  parsePageLogFormat,
  readPageLogLine,
  RECOMMENDED_PAGE_LOG_FORMAT,
  USUAL_PAGE_LOG_FORMAT,
} from "./page-log-format.ts";

const TIME = "[18/May/2026:13:21:15 -0230]";
const refusal = (format: string) => {
  try {
    parsePageLogFormat(format);
  } catch (error) {
    if (error instanceof PageLogFormatError) return [error.name, error.message, error.problem];
  }
  return "fine";
};
const read = (format: string, line: string) => {
  const fields = readPageLogLine(parsePageLogFormat(format), line);
  return fields && Object.fromEntries(fields);
};

describe("a format", () => {
  test("is refused with its problem and a sentence", () => {
    const empty = [
      "PageLogFormatError",
      "PageLogFormat is empty: CUPS writes no page log. Set it in cupsd.conf and here to the same text.",
      { code: "no_format" },
    ];
    expect([refusal(""), refusal(" \t")]).toEqual([empty, empty]);
    for (const [format, field] of [
      ["%u %j %T %P %C", "%p"],
      ["%p %j %T %P %C", "%u"],
      ["%p %u %T %P %C", "%j"],
      ["%p %u %j %P %C", "%T"],
      ["%p %u %j %T %C", "%P"],
      ["%p %u %j %T %P", "%C"],
    ] as const)
      expect(refusal(format)).toEqual([
        "PageLogFormatError",
        `PageLogFormat has no ${field}: without it jobs can't be told apart or counted.`,
        { code: "missing_field", field },
      ]);
    expect(refusal("%p %u %j %T %P %C %x")).toEqual([
      "PageLogFormatError",
      "PageLogFormat has %x, which CUPS does not know.",
      { code: "unknown_field", field: "%x" },
    ]);
    expect(refusal("%p%u %j %T %P %C")).toEqual([
      "PageLogFormatError",
      "PageLogFormat has p and u with nothing between them.",
      { code: "fields_touch", fields: ["p", "u"] },
    ]);
  });

  test("needs no pages and copies where the printer itself counts", () => {
    expect(refusal("%p %u %j %T %{job-impressions-completed}")).toBe("fine");
  });

  test("leaves nothing unsaid where it has the copies", () => {
    expect(missingFromFormat(parsePageLogFormat(RECOMMENDED_PAGE_LOG_FORMAT))).toBeNull();
    expect(missingFromFormat(parsePageLogFormat(USUAL_PAGE_LOG_FORMAT))).toBe(
      "PageLogFormat has no %{copies}: a job of several copies is taken for one, and its two-sided sheets may be counted wrong. Add it in cupsd.conf and here, to the same text.",
    );
  });

  test("keeps what stands around its fields, %% as a percent sign", () => {
    expect(parsePageLogFormat("100%% %p 5%% %u %j %T %P %C %%")).toEqual({
      before: "100% ",
      fields: [
        { name: "p", after: " 5% " },
        { name: "u", after: " " },
        { name: "j", after: " " },
        { name: "T", after: " " },
        { name: "P", after: " " },
        { name: "C", after: " %" },
      ],
    });
  });
});

describe("a line", () => {
  const fields = { p: "Copier", u: "ana", j: "5", T: TIME, P: "1", C: "2" };

  test("is read into its fields; what is empty or a dash is absent", () => {
    expect(read("%p %u %j %T %P %C %{job-billing} %{job-name}", `Copier ana 5 ${TIME} 1 2 - My job`)).toEqual({
      ...fields,
      "job-name": "My job",
    });
    expect(read("%p|%u|%j|%T|%P|%C|%{job-billing}|%{media}", `Copier|ana|5|${TIME}|1|2||A4`)).toEqual({
      ...fields,
      media: "A4",
    });
  });

  test("may have blanks in the user and in the title, from whichever side they are read", () => {
    expect(
      read("%p %u %j %T %P %C %{job-name} %{media} %{sides}", `Copier Ana Maria 5 ${TIME} 1 2 a b c A4 one-sided`),
    ).toEqual({
      ...fields,
      u: "Ana Maria",
      "job-name": "a b c",
      media: "A4",
      sides: "one-sided",
    });
    expect(read("%u/%p %j %T %P %C", `a/b/Copier 5 ${TIME} 1 2`)).toEqual({ ...fields, u: "a/b" });
  });

  test("may have its time at either end", () => {
    expect(read("%T %p %u %j %P %C", `${TIME} Copier ana 5 1 2`)).toEqual(fields);
    expect(read("%p %u %j %P %C %T", `Copier ana 5 1 2 ${TIME}`)).toEqual(fields);
    expect(read("%p %u %j %P %C %T.", `Copier ana 5 1 2 ${TIME}.`)).toEqual(fields);
  });

  test.each([
    ["has no time", "Copier ana 5 1 2"],
    ["does not begin as the format does", `x Copier ana 5 ${TIME} 1 2.`],
    ["lacks what separates its fields on the left", `> Copier-ana-5${TIME} 1 2.`],
    ["lacks what follows its time", `> Copier ana 5 ${TIME}1 2.`],
    ["lacks a field on the right", `> Copier ana 5 ${TIME} 12.`],
    ["lacks its end", `> Copier ana 5 ${TIME} 1 2`],
  ])("that %s was not written by the format", (_what, line) => {
    expect(read("> %p %u %j %T %P %C.", line)).toBeNull();
    expect(read("> %p %u %j %T %P %C.", `> Copier ana 5 ${TIME} 1 2.`)).toEqual(fields);
  });

  test("with more than the format has around its time was not written by it", () => {
    expect(read("%T %p %u %j %P %C", `x${TIME} Copier ana 5 1 2`)).toBeNull();
    expect(read("%p %u %j %P %C %T", `Copier ana 5 1 2 ${TIME}x`)).toBeNull();
  });
});
