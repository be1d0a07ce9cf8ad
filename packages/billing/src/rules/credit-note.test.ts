import type { PriceMode } from "@working-social/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someLines } from "../testing/tax-lines.ts";
import type { CreditableLine, CreditNote } from "./credit-note.ts";
import { creditNoteOf } from "./credit-note.ts";
import type { TaxableLine } from "./tax.ts";
import { taxInvoice } from "./tax.ts";

const line = (more: Partial<CreditableLine> = {}): CreditableLine => ({
  id: "desks",
  category: "S",
  basisPoints: 1900,
  amountMinor: 10_000,
  netMinor: 10_000,
  quantity: 4,
  creditedQuantity: 0,
  creditQuantity: 4,
  ...more,
});

describe("a credit note", () => {
  test("for all of an invoice is the invoice", () => {
    const meals = line({
      id: "meals",
      basisPoints: 700,
      amountMinor: 333,
      netMinor: 333,
      quantity: 3,
      creditQuantity: 3,
    });
    expect(creditNoteOf([line(), meals], "net")).toEqual({
      lines: [
        { id: "desks", quantity: 4, amountMinor: 10_000, netMinor: 10_000 },
        { id: "meals", quantity: 3, amountMinor: 333, netMinor: 333 },
      ],
      taxes: [
        { category: "S", basisPoints: 700, netMinor: 333, taxMinor: 23 },
        { category: "S", basisPoints: 1900, netMinor: 10_000, taxMinor: 1900 },
      ],
      netMinor: 10_333,
      taxMinor: 1923,
      roundingMinor: 0,
      dueMinor: 12_256,
      leftMinor: 0,
    });
  });

  test("leaves out lines of which nothing is credited, and their rates", () => {
    const untouched = line({ id: "meals", basisPoints: 700, creditedQuantity: 2, creditQuantity: 0 });
    const exempt = line({ id: "lessons", category: "E", basisPoints: 0, creditQuantity: 0 });
    const note = creditNoteOf([untouched, line({ creditQuantity: 1 }), exempt], "net");
    expect(note.lines).toEqual([{ id: "desks", quantity: 1, amountMinor: 2500, netMinor: 2500 }]);
    expect(note.taxes).toEqual([{ category: "S", basisPoints: 1900, netMinor: 2500, taxMinor: 475 }]);
    expect(note).toMatchObject({ dueMinor: 2975, leftMinor: 11_900 + 10_700 + 10_000 - 5350 - 2975 });
  });

  test("of a part after a part adds up to the line, and taxes to the invoice's tax", () => {
    const thirds = [0, 1, 2].map((creditedQuantity) =>
      creditNoteOf(
        [line({ amountMinor: 4, netMinor: 4, basisPoints: 2500, quantity: 3, creditedQuantity, creditQuantity: 1 })],
        "net",
      ),
    );
    expect(thirds.map((note) => [note.netMinor, note.taxMinor, note.dueMinor, note.leftMinor])).toEqual([
      [1, 0, 1, 4],
      [2, 1, 3, 1],
      [1, 0, 1, 0],
    ]);
  });

  test("knows two categories of one rate apart, and what was credited of each before", () => {
    const exempt = line({ id: "lessons", category: "E", basisPoints: 0, creditedQuantity: 1, creditQuantity: 2 });
    const abroad = line({ id: "desks abroad", category: "AE", basisPoints: 0, creditedQuantity: 3, creditQuantity: 0 });
    const { taxes } = creditNoteOf([exempt, abroad, line({ creditedQuantity: 1, creditQuantity: 1 })], "net");
    expect(taxes).toEqual([
      { category: "E", basisPoints: 0, netMinor: 5000, taxMinor: 0 },
      { category: "S", basisPoints: 1900, netMinor: 2500, taxMinor: 475 },
    ]);
  });

  test("of gross prices takes the stored net, and gives the rounding back", () => {
    const stored = line({ amountMinor: 7920, netMinor: 6655, quantity: 2, creditQuantity: 2 });
    expect(creditNoteOf([stored], "gross")).toMatchObject({
      netMinor: 6655,
      taxMinor: 1264,
      roundingMinor: 1,
      dueMinor: 7920,
    });
    const half = { ...stored, creditQuantity: 1 };
    expect(creditNoteOf([half], "gross")).toMatchObject({
      netMinor: 3328,
      taxMinor: 632,
      roundingMinor: 0,
      dueMinor: 3960,
    });
    expect(creditNoteOf([{ ...half, creditedQuantity: 1 }], "gross")).toMatchObject({
      netMinor: 3327,
      taxMinor: 632,
      roundingMinor: 1,
      dueMinor: 3960,
      leftMinor: 0,
    });
  });

  test("says when it would exceed the invoice, since what was returned on it is not credited with it", () => {
    const back = line({ id: "back", amountMinor: -4000, netMinor: -4000, creditQuantity: 0 });
    expect(creditNoteOf([line(), back], "net").leftMinor).toBe(-4760);
  });

  test("of nothing is empty", () => {
    expect(creditNoteOf([line({ creditQuantity: 0 })], "net")).toEqual({
      lines: [],
      taxes: [],
      netMinor: 0,
      taxMinor: 0,
      roundingMinor: 0,
      dueMinor: 0,
      leftMinor: 11_900,
    });
  });

  test.each([
    ["more than the quantity", { creditedQuantity: 3, creditQuantity: 2 }],
    ["less than nothing", { creditedQuantity: 3, creditQuantity: -1 }],
    ["more than the quantity before", { creditedQuantity: 5, creditQuantity: 0 }],
    ["a part of a unit", { creditQuantity: 0.5 }],
    ["a line without a quantity", { quantity: 0, creditQuantity: 0 }],
  ])("is refused for %s", (_, more) => {
    expect(() => creditNoteOf([line(more)], "net")).toThrow(RangeError);
  });
});

/** Credits what the steps say of each line, a note a step, and all that is left with the last. */
function creditInSteps(stored: readonly CreditableLine[], steps: readonly number[], mode: PriceMode): CreditNote[] {
  let lines = stored;
  return [...steps, null].map((step) => {
    const asked = lines.map((one, place) => {
      const left = one.quantity - one.creditedQuantity;
      return { ...one, creditQuantity: step === null ? left : (step * (place + 3)) % (left + 1) };
    });
    lines = asked.map((one) => ({ ...one, creditedQuantity: one.creditedQuantity + one.creditQuantity }));
    return creditNoteOf(asked, mode);
  });
}

function storedOf(lines: readonly TaxableLine[], mode: PriceMode): CreditableLine[] {
  const { lineNets } = taxInvoice(lines, mode);
  return lines.map((one, place) => ({
    ...one,
    netMinor: lineNets[place]?.netMinor ?? 0,
    quantity: (place % 7) + 1,
    creditedQuantity: 0,
    creditQuantity: 0,
  }));
}

test("credit notes in any steps add up to the invoice, and never exceed what was charged", () => {
  const steps = fc.array(fc.nat(20), { maxLength: 5 });
  fc.assert(
    fc.property(someLines(0), fc.constantFrom<PriceMode[]>("net", "gross"), steps, (lines, mode, parts) => {
      const notes = creditInSteps(storedOf(lines, mode), parts, mode);
      const { netMinor, taxMinor, roundingMinor, dueMinor, taxes } = taxInvoice(lines, mode);
      const sum = (of: (note: CreditNote) => number) => notes.reduce((total, note) => total + of(note), 0);
      expect(sum((note) => note.netMinor)).toBe(netMinor);
      expect(sum((note) => note.taxMinor)).toBe(taxMinor);
      expect(sum((note) => note.roundingMinor)).toBe(roundingMinor);
      expect(sum((note) => note.dueMinor)).toBe(dueMinor);
      for (const [place, { id, amountMinor }] of lines.entries()) {
        const credited = notes.flatMap((note) => note.lines.filter((one) => one.id === id));
        expect(credited.reduce((total, one) => total + one.amountMinor, 0)).toBe(amountMinor);
        expect(credited.reduce((total, one) => total + one.quantity, 0)).toBe((place % 7) + 1);
      }
      for (const { basisPoints, category, taxMinor: whole } of taxes) {
        const own = notes.flatMap((note) =>
          note.taxes.filter((tax) => tax.category === category && tax.basisPoints === basisPoints),
        );
        expect(own.reduce((total, tax) => total + tax.taxMinor, 0)).toBe(whole);
      }
      for (const note of notes) expect(note.leftMinor).toBeGreaterThanOrEqual(0);
      expect(notes.at(-1)?.leftMinor).toBe(0);
    }),
  );
});
