import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant } from "@working-social/kernel";
import { parsePageLogFormat, USUAL_PAGE_LOG_FORMAT } from "./page-log-format.ts";
import { pageLogReader } from "./read-page-log.ts";
import { papercutReader } from "./read-papercut.ts";
import { readPrintLog } from "./read-print-log.ts";

const utf8 = (text: string) => [new TextEncoder().encode(text)];
const pageLog = (text: string, format = USUAL_PAGE_LOG_FORMAT) => readPrintLog(pageLogReader(format), utf8(text));
const papercut = (text: string, zone = "Europe/Lisbon") => readPrintLog(papercutReader(zone), utf8(text));

const TOTAL =
  "Copier ana 11 [18/May/2026:13:21:15 -0230] total 7 - localhost Business plan, final.pdf na_letter_8.5x11in two-sided-long-edge\n";
const PAGES = [1, 2, 3].map(
  (page) => `Copier ana 12 [18/May/2026:13:2${page}:15 -0230] ${page} 2 acme localhost My job A4 one-sided\n`,
);

describe("CUPS page_log", () => {
  test("a line a job: count, title with blanks, size, both sides, and the instant in UTC", async () => {
    const { records, problems } = await pageLog(TOTAL);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        printer: "Copier",
        user: "ana",
        jobId: "11",
        sides: 7,
        title: "Business plan, final.pdf",
        host: "localhost",
        billing: null,
        paperSize: "Letter",
        isDuplex: true,
        colour: null,
      },
    ]);
    expect(formatInstant(records[0]?.at ?? 0)).toBe("2026-05-18T15:51:15.000Z");
  });
  test("a line a page: copies of each page add up to one job", async () => {
    const { records } = await pageLog(PAGES.join(""));
    expect(records).toMatchObject([{ jobId: "12", sides: 6, title: "My job", billing: "acme", isDuplex: false }]);
  });
  test("pages and then a total: the total counts, once", async () => {
    const { records } = await pageLog(
      [...PAGES, "Copier ana 12 [18/May/2026:13:30:15 -0230] total 6 acme localhost My job A4 one-sided\n"].join(""),
    );
    expect(records.map(({ sides }) => sides)).toEqual([6]);
  });
  test("jobs of two printers in turns keep apart", async () => {
    const other = PAGES.map((line) => line.replace("Copier ana", "Plotter bo"));
    const { records } = await pageLog(PAGES.flatMap((line, index) => [line, other[index] ?? ""]).join(""));
    expect(records.map(({ printer, sides }) => [printer, sides])).toEqual([
      ["Copier", 6],
      ["Plotter", 6],
    ]);
  });
  test("a line that was written twice counts once", async () => {
    const { records } = await pageLog(TOTAL + TOTAL + PAGES.flatMap((line) => [line, line]).join(""));
    expect(records.map(({ sides }) => sides)).toEqual([7, 6]);
  });
  test("a job id that comes again after the spool was cleared is another job", async () => {
    const again = PAGES.map((line) => line.replace("18/May", "19/May")).join("");
    const { records } = await pageLog(PAGES.join("") + again + TOTAL + TOTAL.replace("18/May", "20/May"));
    expect(records.map(({ jobId, sides }) => [jobId, sides])).toEqual([
      ["12", 6],
      ["12", 6],
      ["11", 7],
      ["11", 7],
    ]);
    expect(new Set(records.map(({ key }) => key)).size).toBe(4);
  });
  test("impressions count instead of sheets where the format has them, and colour", async () => {
    const format = "%p|%u|%j|%T|%P|%C|%{job-impressions-completed}|%{print-color-mode}|%{job-name}";
    const { records } = await pageLog("Copier|ana|5|[18/May/2026:13:21:15 +0000]|total|3|6|monochrome|A | B\n", format);
    expect(records).toMatchObject([{ sides: 6, colour: "mono", title: "A | B" }]);
  });
  test("user names with blanks, literals around fields and %% are read", async () => {
    const { records } = await pageLog(
      '100% job Copier Ana Maria Reis 5 [18/May/2026:13:21:15 +0000] total 3 "Title"\n',
      '100%% job %p %u %j %T %P %C "%{job-name}"',
    );
    expect(records).toMatchObject([{ user: "Ana Maria Reis", jobId: "5", sides: 3, title: "Title" }]);
  });
  test("torn lines, numbers and times that are none are named and kept; the others count", async () => {
    const lines = [
      TOTAL.slice(20),
      TOTAL.slice(0, 30),
      TOTAL.replace("total 7", "total x"),
      TOTAL.replace("18/May", "31/Feb"),
      TOTAL.replace("total 7", "total -7"),
      TOTAL.replace("total 7", "total 999999999"),
      `${"x".repeat(9000)}\n`,
      "\n",
      TOTAL,
    ];
    const { records, problems } = await pageLog(lines.map((line) => line.replace(/\n?$/, "\n")).join(""));
    expect(records.map(({ sides }) => sides)).toEqual([7]);
    expect(problems.map(({ code }) => code)).toEqual([
      "torn_line",
      "torn_line",
      "bad_number",
      "bad_time",
      "bad_number",
      "bad_number",
      "too_long",
    ]);
  });
  test("a format without what accounting needs is refused with its field", () => {
    const codes = [
      "",
      "%p %u %j %P %C",
      "%p %u %j %T %C",
      "%p %u %j %T %P",
      "%p%u %j %T %P %C",
      "%p %u %j %T %P %C %x",
    ].map((format) => {
      try {
        parsePageLogFormat(format);
        return "fine";
      } catch (error) {
        return String(error);
      }
    });
    expect(codes).toEqual([
      expect.stringContaining("is empty"),
      expect.stringContaining("has no %T"),
      expect.stringContaining("has no %P"),
      expect.stringContaining("has no %C"),
      expect.stringContaining("p and u with nothing between"),
      expect.stringContaining("has %x"),
    ]);
  });
});

const HEADER =
  "PaperCut Print Logger - http://www.papercut.com/\r\nTime,User,Pages,Copies,Printer,Document Name,Client,Paper Size,Language,Height,Width,Duplex,Grayscale,Size\r\n";
const ROW =
  '2026-05-29 17:50:10,pmerton,3,2,HP-MFT01,"New Starter, ""bnielson""",JUMP01,LETTER,PCL6,,,NOT DUPLEX,GRAYSCALE,19kb,\r\n';

describe("PaperCut CSV", () => {
  test("pages times copies, title with quotes, in the print server's zone", async () => {
    const { records, problems } = await papercut(HEADER + ROW, "Asia/Kathmandu");
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        user: "pmerton",
        sides: 6,
        copies: 2,
        title: 'New Starter, "bnielson"',
        colour: "mono",
        isDuplex: false,
        paperSize: "Letter",
      },
    ]);
    expect(formatInstant(records[0]?.at ?? 0)).toBe("2026-05-29T12:05:10.000Z");
  });
  test("the job log counts all pages itself", async () => {
    const { records } = await papercut(
      "user,server,printer,time,cost,total-pages,total-color-pages,copies,document-name,duplex,grayscale\nana,s,Copier,2026-05-29 17:50:10,0.4,8,0,2,Plan,Y,N\n",
    );
    expect(records).toMatchObject([{ sides: 8, copies: 2, isDuplex: true, colour: "colour" }]);
  });
  test("a title over two lines is one row; a torn quote costs its own row only", async () => {
    const { records, problems } = await papercut(
      HEADER +
        ROW.replace("New Starter, ", "New\nStarter ") +
        ROW.slice(0, 55) +
        "\r\n" +
        ROW.replace("17:50", "17:55"),
    );
    expect(records.map(({ title }) => title)).toEqual(['New\nStarter "bnielson"', 'New Starter, "bnielson"']);
    expect(problems.map(({ code }) => code)).toEqual(["torn_line"]);
  });
  test("the same row twice is one job; rows without a header are kept as problems", async () => {
    expect((await papercut(HEADER + ROW + ROW)).records).toHaveLength(1);
    expect((await papercut(ROW)).problems.map(({ code }) => code)).toEqual(["no_header"]);
    expect((await papercut(HEADER + ROW.replace(",3,2,", ",-3,2,"))).problems.map(({ code }) => code)).toEqual([
      "bad_number",
    ]);
    expect((await papercut(HEADER + ROW.replace("17:50", "27:50"))).problems.map(({ code }) => code)).toEqual([
      "bad_time",
    ]);
  });
});

describe("bytes", () => {
  test("Windows-1252 inside UTF-8, and UTF-16 with a byte order mark", async () => {
    const latin = Buffer.from(TOTAL.replace("Business", "Caf\u00e9"), "latin1");
    const both = Buffer.concat([latin, Buffer.from(TOTAL.replace("Business", "Café").replace(" 11 ", " 12 "))]);
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(HEADER + ROW.replace("New", "Ñew 上"), "utf16le"),
    ]);
    expect(
      (await readPrintLog(pageLogReader(USUAL_PAGE_LOG_FORMAT), [both])).records.map(({ title }) => title),
    ).toEqual(["Café plan, final.pdf", "Café plan, final.pdf"]);
    expect((await readPrintLog(papercutReader("UTC"), [wide])).records.map(({ title }) => title)).toEqual([
      'Ñew 上 Starter, "bnielson"',
    ]);
  });
  test("however a log is cut into chunks, it says the same", async () => {
    const bytes = Buffer.from(
      TOTAL.replace("Business", "Ünïcode 上") + PAGES.join("") + TOTAL.replace("18/May", "21/May").trimEnd(),
    );
    const whole = await readPrintLog(pageLogReader(USUAL_PAGE_LOG_FORMAT), [bytes]);
    expect(whole.records).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(await readPrintLog(pageLogReader(USUAL_PAGE_LOG_FORMAT), chunks)).toEqual(whole);
      }),
    );
  });
  test("no bytes at all make a reader fail, and its state survives JSON", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: "binary" }),
            fc.constantFrom(TOTAL, ...PAGES, HEADER, ROW).map((line) => line.trimEnd()),
          ),
        ),
        (lines) => {
          for (const reader of [pageLogReader(USUAL_PAGE_LOG_FORMAT), papercutReader("UTC")]) {
            let state: unknown = reader.start;
            for (const [offset, text] of lines.entries()) {
              state = JSON.parse(JSON.stringify(reader.read(state as never, { text, offset }).state));
            }
          }
        },
      ),
    );
  });
});

const samples = process.env.SHARED_DATA_DIR ? join(process.env.SHARED_DATA_DIR, "print") : "";
const hasSamples = samples !== "" && existsSync(samples);
if (!hasSamples)
  process.stderr.write(
    "SKIPPED: the documented samples of print logs; set SHARED_DATA_DIR to the folder that holds print/.\n",
  );

describe.skipIf(!hasSamples)("the documented samples", () => {
  const sample = (name: string) => readFileSync(join(samples, name));
  test("PaperCut Print Logger", async () => {
    const { records, problems } = await readPrintLog(papercutReader("Australia/Lord_Howe"), [
      sample("papercut_print_logger_sample.csv"),
    ]);
    expect(problems).toEqual([]);
    expect(records.map(({ user, sides }) => [user, sides])).toEqual([
      ["pmerton", 1],
      ["tlavel", 1],
      ["sthompson", 1],
      ["sthompson", 1],
      ["sthompson", 1],
      ["bhult", 1],
      ["administrator", 1],
    ]);
  });
  test("page_log, each line by the format that wrote it", async () => {
    const lines = sample("page_log_documented_samples.txt").toString().split("\n").filter(Boolean);
    const old = "%p %u %j %T %P %C %{job-billing} %{job-originating-host-name}";
    const by = (numbers: number[], format: string) =>
      pageLog(numbers.map((number) => `${lines[number] ?? ""}\n`).join(""), format);
    expect(
      (await by([0, 4, 5], USUAL_PAGE_LOG_FORMAT)).records.map(({ user, sides, title }) => [user, sides, title]),
    ).toEqual([
      ["stack", 0, "5615311548-159003235-tickets.pdf"],
      ["root", 2, "myjob"],
    ]);
    expect((await by([1, 2, 3], old)).records.map(({ user, sides, billing }) => [user, sides, billing])).toEqual([
      ["kurt", 6, "#marketing"],
      ["boss", 440, "finance-dep"],
    ]);
    expect((await by([6], "%p %u %j %T %P %C")).records.map(({ user, sides }) => [user, sides])).toEqual([["kurt", 1]]);
  });
});
