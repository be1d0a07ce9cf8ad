import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { papercutReader } from "./read-papercut.ts";
import { readPrintLog } from "./read-print-log.ts";

const NAMES = "Time,User,Printer,Pages,Copies,Document Name,Client,Shared-Account,Paper Size,Duplex,Grayscale";
const read = (...lines: string[]) =>
  readPrintLog(papercutReader("Europe/Lisbon"), [new TextEncoder().encode(`${lines.join("\n")}\n`)]);
const row = (more: Partial<Record<string, string>> = {}) =>
  NAMES.split(",")
    .map(
      (name) =>
        more[name] ??
        { Time: "2026-05-29 17:50:10", User: "ana", Printer: "Copier", Pages: "3", Copies: "2" }[name] ??
        "",
    )
    .join(",");
const only = async (more: Partial<Record<string, string>>, names = NAMES) => (await read(names, row(more))).records[0];
const problemOf = async (more: Partial<Record<string, string>>) => (await read(NAMES, row(more))).problems[0]?.code;

describe("a row of PaperCut", () => {
  test("says what it says, and nothing of what it leaves out", async () => {
    expect(await only({})).toMatchObject({
      printer: "Copier",
      jobId: null,
      user: "ana",
      title: null,
      host: null,
      billing: null,
      at: parseInstant("2026-05-29T16:50:10Z"),
      sides: 6,
      copies: 2,
      colour: null,
      paperSize: null,
      isDuplex: null,
    });
    const full = {
      "Document Name": " Plan ",
      Client: "pc",
      "Shared-Account": "acme",
      "Paper Size": "A4",
      Duplex: "Y",
      Grayscale: "N",
    };
    expect(await only(full)).toMatchObject({
      title: "Plan",
      host: "pc",
      billing: "acme",
      paperSize: "A4",
      isDuplex: true,
      colour: "colour",
    });
  });

  test("has other names for the same in the job log, which counts all copies", async () => {
    const names =
      "time,user,printer,total-pages,copies,document-name,client-machine,shared-account,paper-size-name,duplex,grayscale";
    const { records } = await read(names, "2026-05-29T17:50:10,ana,Copier,7,2,Plan,pc,acme,LETTER,Duplex,Grayscale");
    expect(records).toMatchObject([
      {
        sides: 7,
        copies: 2,
        title: "Plan",
        host: "pc",
        billing: "acme",
        paperSize: "Letter",
        isDuplex: true,
        colour: "mono",
      },
    ]);
  });

  test.each([
    ["Y", "mono"],
    ["yes", "mono"],
    ["TRUE", "mono"],
    ["1", "mono"],
    ["GRAYSCALE", "mono"],
    ["NOT GRAYSCALE", "colour"],
    ["11", "colour"],
    ["N", "colour"],
  ] as const)("Grayscale %s is %s", async (Grayscale, colour) =>
    expect(await only({ Grayscale })).toMatchObject({ colour }),
  );

  test.each([
    ["DUPLEX", true],
    ["y", true],
    ["NOT DUPLEX", false],
    ["yesterday", false],
  ] as const)("Duplex %s is %s", async (Duplex, isDuplex) =>
    expect(await only({ Duplex })).toMatchObject({ isDuplex }),
  );

  test("of one copy where it says none", async () => {
    expect(await only({ Copies: "" })).toMatchObject({ sides: 3, copies: 1 });
  });

  test.each([
    ["no user", { User: "" }, "torn_line"],
    ["no printer", { Printer: " " }, "torn_line"],
    ["a day that is none", { Time: "2026-02-30 10:00:00" }, "bad_time"],
    ["an hour that is none", { Time: "2026-05-29 24:00:00" }, "bad_time"],
    ["a minute that is none", { Time: "2026-05-29 10:60:00" }, "bad_time"],
    ["a second that is none", { Time: "2026-05-29 10:00:60" }, "bad_time"],
    ["more than a time", { Time: "2026-05-29 10:00:00Z" }, "bad_time"],
    ["something before its time", { Time: "x2026-05-29 10:00:00" }, "bad_time"],
    ["pages that are no number", { Pages: "x" }, "bad_number"],
    ["copies that are no number", { Copies: "x" }, "bad_number"],
    ["more copies than anybody prints", { Copies: "10000" }, "bad_number"],
    ["more sides than any copier prints", { Pages: "50001" }, "bad_number"],
  ])("with %s is kept as a problem", async (_what, more, code) => {
    expect(await problemOf(more)).toBe(code);
    expect(await problemOf({})).toBeUndefined();
  });

  test("may have the last hour, minute and second of a day, and as many sides as any copier prints", async () => {
    expect(await only({ Time: "2026-05-29 23:59:59", Pages: "50000" })).toMatchObject({
      at: parseInstant("2026-05-29T22:59:59Z"),
      sides: 100_000,
    });
  });
});

describe("its key", () => {
  test("is the same for the same row, and another for each other row of its second", async () => {
    const rows = ["", "a", "b", "ab", "ba", "aab", "aba", "x".repeat(200)].map((name) =>
      row({ "Document Name": name }),
    );
    const { records } = await read(NAMES, ...rows, ...rows);
    expect(records).toHaveLength(rows.length);
    for (const { key } of records) expect(key).toMatch(/^Copier@\d+#[0-9a-f]{16}$/);
  });

  test("stays what it was: agents remember what they have told", async () => {
    expect((await only({}))?.key).toMatchInlineSnapshot(`"Copier@1780073410000#9de451104fae4028"`);
  });
});

describe("lines that are no rows", () => {
  test("an advertisement before the names is passed over, anything else needs them", async () => {
    const { records, problems } = await read("PaperCut Print Logger - http://www.papercut.com/", "", NAMES, row());
    expect([records.length, problems]).toEqual([1, []]);
    const without = await read("Something, PaperCut", row());
    expect([without.records.length, without.problems.map(({ code, offset }) => [code, offset])]).toEqual([
      0,
      [
        ["no_header", 0],
        ["no_header", 20],
      ],
    ]);
  });

  test.each(["Time,User", "User,Printer", "Time,Printer"])("%s alone are no names of columns", async (names) => {
    expect((await read(names)).problems[0]?.code).toBe("no_header");
  });

  test("a line that nobody would read on, and a title over two lines", async () => {
    expect((await read(NAMES, row({ "Document Name": "x".repeat(8_193) }))).problems).toMatchObject([
      { code: "too_long" },
    ]);
    const [first, second] = row({ "Document Name": '"Plan' }).split("Plan");
    expect((await read(NAMES, `${first}Plan`, `B"${second}`)).records).toMatchObject([{ title: "Plan\nB" }]);
  });

  test("a quote that stays open costs its own row, and no other", async () => {
    const torn = row({ "Document Name": '"Plan' });
    const { records, problems } = await read(NAMES, torn, row());
    expect([records.length, problems.map(({ code, text }) => [code, text])]).toEqual([1, [["torn_line", torn]]]);
  });
});

describe("a reader that begins in the middle of a file", () => {
  const reader = papercutReader("Europe/Lisbon");
  const line = (text: string) => ({ text, offset: 0 });

  test("knows its columns from the file's head", () => {
    const state = reader.withHead(reader.start, [line("PaperCut"), line('"torn'), line(NAMES)]);
    expect(state).toEqual({ header: NAMES.toLowerCase().split(","), open: null });
    expect(reader.read(state, line(row())).records).toHaveLength(1);
  });

  test("keeps what it knows, and knows nothing where the head says nothing", () => {
    const known = { header: ["time", "user", "printer"], open: null };
    expect(reader.withHead(known, [line(NAMES)])).toBe(known);
    expect(reader.withHead(reader.start, [line("PaperCut")])).toEqual(reader.start);
  });
});

describe("what is no row", () => {
  const step = (text: string, header: string[] | null = null) =>
    papercutReader("UTC").read({ header, open: null }, { text, offset: 7 });

  test("nothing but blanks says nothing", () => {
    expect(step(" \t ")).toEqual({ state: { header: null, open: null }, records: [], problems: [] });
  });

  test("a single cell that names PaperCut is its advertising; anything else before the names is a problem", () => {
    expect(step("PaperCut Print Logger - http://www.papercut.com/").problems).toEqual([]);
    for (const text of ["Some other print logger", "ana,papercut", "papercut,ana"])
      expect(step(text).problems).toEqual([{ offset: 7, code: "no_header", text }]);
  });

  test("a line is too long by one sign, and what is told of it is short", () => {
    const text = "x".repeat(8193);
    expect(step(text).problems).toEqual([{ offset: 7, code: "too_long", text: "x".repeat(500) }]);
    expect(step(text.slice(1)).problems.map(({ code }) => code)).toEqual(["no_header"]);
  });

  test("names of columns may have blanks around them", () => {
    expect(step(" Time , User,Printer ").state.header).toEqual(["time", "user", "printer"]);
  });

  test("a count of all pages that is no number is no job", async () => {
    const { problems } = await read("time,user,printer,total-pages", "2026-05-29 17:50:10,ana,Copier,x");
    expect(problems.map(({ code }) => code)).toEqual(["bad_number"]);
  });
});
