import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PriceMode, TaxCategory } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { creditNoteOf } from "./credit-note.ts";
import { discountedPrice } from "./discounts.ts";
import { earliestLastDay } from "./notice.ts";
import { partOfPrice } from "./parts.ts";
import { periodOf } from "./periods.ts";
import { deferredAfter, earnedByUse, earnedUntil } from "./recognition.ts";
import { settle } from "./settle.ts";
import { taxInvoice, withoutDomesticTax } from "./tax.ts";
import { feesOf } from "./timeline.ts";

const LINES = readFileSync(resolve(import.meta.dirname, "../../../../docs/algorithms/billing.md"), "utf8").split("\n");

/** The rows of the table whose header is these cells, each as its cells. */
function tableWith(...header: string[]): string[][] {
  const from = LINES.indexOf(`| example | ${header.join(" | ")} |`);
  const rows = LINES.slice(from + 2);
  const cells = (row: string) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map(cells);
}

const list = (cell: string, separator = "; ") => (cell === "" ? [] : cell.split(separator));
const words = (cell: string) => cell.split(" ");
const in2027 = (day = "") => `2027-${day}`;
const basisPoints = (percent = "") => Math.round(Number(percent) * 100);
const APRIL = { periodFrom: "2027-04-01", periodUntil: "2027-05-01" };

const periods = tableWith("start", "billing day", "months", "first days");
const parts = tableWith("price", "days", "from", "until", "cost");
const fees = tableWith("versions", "pauses", "last day", "period", "segments");
const discounts = tableWith(
  "price",
  "percent",
  "amount",
  "periods",
  "free",
  "from period",
  "prices of the first four periods",
);
const settled = tableWith("wanted", "stands charged", "comes back", "is charged");
const taxed = tableWith("prices", "lines", "nets", "taxes", "rounding", "due");
const domestic = tableWith("gross price", "domestic rate", "price without it");
const credited = tableWith(
  "net",
  "rate",
  "quantity",
  "credited before",
  "credited now",
  "net back",
  "tax back",
  "left",
);
const earned = tableWith("net", "service from", "until", "by the end of", "earned", "deferred");
const packs = tableWith("paid for the pack", "credits", "used", "over", "earned by use");
const ended = tableWith("start", "notice", "minimum term", "ends with a period", "cancelled on", "last day");

/** desk 3000 from 04-11 */
function versionOf(cell: string): { id: string; from: string; priceMinor: number | null } {
  const [id = "", price = "", , from = "04-01"] = words(cell);
  return { id, from: in2027(from), priceMinor: price === "none" ? null : Number(price) };
}

/** desk 3000 04-01 04-11 */
function daysOf(cell: string, place: number) {
  const [versionId = "", price = "", from, until] = words(cell);
  const prices = { listPriceMinor: Number(price), priceMinor: Number(price) };
  return { id: String(place), versionId, ...prices, from: in2027(from), until: in2027(until), ...APRIL };
}

describe("docs/algorithms/billing.md", () => {
  test("has examples", () => {
    const tables = [periods, parts, fees, discounts, settled, taxed, domestic, credited, earned, packs, ended];
    expect(tables.map((table) => table.length)).toEqual([4, 7, 13, 7, 8, 6, 3, 7, 5, 3, 9]);
  });

  test.each(periods)("periods: %s", (_, start = "", day = "", months = "", firstDays = "") => {
    const terms = { start, billingDay: day === "" ? null : Number(day), intervalMonths: Number(months) };
    expect(
      list(firstDays, ", ")
        .map((_first, index) => periodOf(terms, index).from)
        .join(", "),
    ).toBe(firstDays);
  });

  test.each(parts)("part: %s", (_, ...cells) => {
    const [price = 0, days = 0, from = 0, until = 0, cost] = cells.map(Number);
    expect(partOfPrice(price, days, from, until)).toBe(cost);
  });

  test.each(fees)("fees: %s", (_, versions = "", pauses = "", lastDay = "", index = "", segments = "") => {
    const timeline = {
      intervalMonths: 1,
      start: "2027-04-01",
      billingDay: null,
      discount: null,
      versions: list(versions).map(versionOf),
      pauses: list(pauses).map((pause) => ({ from: in2027(words(pause)[0]), until: in2027(words(pause)[1]) })),
      lastDay: lastDay === "" ? null : in2027(lastDay),
    };
    const shown = feesOf(timeline, Number(index))?.segments.map(({ from, until, versionId, amountMinor }) =>
      [from.slice(5), until.slice(5), versionId, amountMinor].join(" "),
    );
    expect((shown ?? []).join("; ")).toBe(segments);
  });

  test.each(discounts)("discount: %s", (_, price, percent, amount, count, free, from, prices) => {
    const discount = {
      basisPoints: basisPoints(percent),
      amountMinor: Number(amount),
      periods: count === "ever" ? null : Number(count),
      freePeriods: Number(free),
      fromPeriod: Number(from),
    };
    expect([0, 1, 2, 3].map((index) => discountedPrice(Number(price), discount, index)).join(", ")).toBe(prices);
  });

  test.each(settled)("settled: %s", (_, wanted = "", charged = "", back = "", now = "") => {
    const { returns, charges } = settle(list(wanted).map(daysOf), list(charged).map(daysOf));
    const days = ({ from, until }: { from: string; until: string }) => `${from.slice(5)} ${until.slice(5)}`;
    expect(returns.map((one) => `${days(one)} ${one.amountMinor}`).join("; ")).toBe(back);
    expect(
      charges.map((one) => `${one.versionId} ${one.priceMinor} ${days(one)} for ${one.amountMinor}`).join("; "),
    ).toBe(now);
  });

  test.each(taxed)("tax: %s", (_, mode = "", lines = "", nets = "", taxes = "", rounding = "", due = "") => {
    const taxable = list(lines).map((line, place) => {
      const [category = "", percent, amount = ""] = words(line);
      const tax = { category: category as TaxCategory, basisPoints: basisPoints(percent) };
      return { id: String(place), amountMinor: Number(amount), ...tax };
    });
    const invoice = taxInvoice(taxable, mode as PriceMode);
    expect(invoice.lineNets.map((line) => line.netMinor).join(", ")).toBe(nets);
    expect(invoice.taxes.map((tax) => `${tax.category} ${tax.basisPoints / 100} ${tax.taxMinor}`).join("; ")).toBe(
      taxes,
    );
    expect([invoice.roundingMinor, invoice.dueMinor]).toEqual([Number(rounding), Number(due)]);
  });

  test.each(domestic)("without domestic tax: %s", (_, gross = "", percent = "", net = "") => {
    expect(withoutDomesticTax(Number(gross), basisPoints(percent))).toBe(Number(net));
  });

  test.each(credited)("credited: %s", (_, net, percent, quantity, before, now, netBack, taxBack, left) => {
    const amounts = { amountMinor: Number(net), netMinor: Number(net), quantity: Number(quantity) };
    const credits = { creditedQuantity: Number(before), creditQuantity: Number(now) };
    const tax = { category: "S" as const, basisPoints: basisPoints(percent) };
    const note = creditNoteOf([{ id: "line", ...amounts, ...credits, ...tax }], "net");
    expect([note.netMinor, note.taxMinor, note.leftMinor]).toEqual([netBack, taxBack, left].map(Number));
  });

  test.each(earned)("earned: %s", (_, net = "", from = "", until = "", day = "", done = "", deferred = "") => {
    const line = { amountMinor: Number(net), from, until };
    expect([earnedUntil(line, day), deferredAfter(line, day)]).toEqual([Number(done), Number(deferred)]);
  });

  test.each(packs)("pack: %s", (_, paid = "", credits = "", used = "", over = "", done = "") => {
    const pack = { amountMinor: Number(paid), quantity: Number(credits) };
    expect(earnedByUse(pack, Number(used), over === "yes")).toBe(Number(done));
  });

  test.each(ended)(
    "ending: %s",
    (_, start = "", notice = "", term = "", withPeriod = "", givenOn = "", lastDay = "") => {
      const [count = "", unit = ""] = words(notice);
      const terms = {
        start,
        billingDay: null,
        intervalMonths: 1,
        minimumTermMonths: Number(term),
        notice: { count: Number(count), unit: unit as "days" | "months" },
        endsWithPeriod: withPeriod === "yes",
      };
      expect(earliestLastDay(terms, givenOn)).toBe(lastDay);
    },
  );
});
