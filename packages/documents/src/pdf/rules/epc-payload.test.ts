import { expect, test } from "vitest";
import { epcPayload, type Transfer } from "./epc-payload.ts";

const transfer: Transfer = {
  name: "Quayside Works Lisboa, Lda.",
  iban: "PT50 0002 0123 1234 5678 9015 4",
  bic: null,
  amountMinor: 1475_50,
  currency: "EUR",
  reference: "RF17 RW20 2604 12",
};

const linesOf = (given: Partial<Transfer> = {}): string[] => {
  const made = epcPayload({ ...transfer, ...given });
  return "payload" in made ? made.payload.split("\n") : [made.problem];
};

test("is what EPC069-12 asks for, line by line", () => {
  expect(linesOf()).toEqual([
    "BCD",
    "002",
    "1",
    "SCT",
    "",
    "Quayside Works Lisboa, Lda.",
    "PT50000201231234567890154",
    "EUR1475.50",
    "",
    "RF17RW20260412",
  ]);
});

test("a reference that doesn't check itself goes where people write", () => {
  expect(linesOf({ reference: "RW-2026-0412" }).slice(8)).toEqual(["", "", "RW-2026-0412"]);
});

test.each([
  [1, "EUR0.01"],
  [100, "EUR1.00"],
  [99_999_999_999, "EUR999999999.99"],
])("%i cents are %s", (amountMinor, written) => {
  expect(linesOf({ amountMinor })[7]).toBe(written);
});

test("a bank's code stands on its own line", () => {
  expect(linesOf({ bic: "BBPIPTPL" })[4]).toBe("BBPIPTPL");
});

test("a name stays on its line, and is cut at 70 characters, never within one", () => {
  expect(linesOf({ name: " Vela\n&\tNorte " })[5]).toBe("Vela & Norte");
  expect(linesOf({ name: `🏠${"é".repeat(80)}` })[5]).toBe(`🏠${"é".repeat(69)}`);
});

test.each<[string, Partial<Transfer>]>([
  ["notEuro", { currency: "CHF" }],
  ["amount", { amountMinor: 0 }],
  ["amount", { amountMinor: -1 }],
  ["amount", { amountMinor: 100_000_000_000 }],
  ["amount", { amountMinor: 0.5 }],
  ["iban", { iban: "PT50 0002 0123 1234 5678 9015 5" }],
  ["iban", { iban: "" }],
  ["iban", { iban: "BR1800360305000010009795493C1" }], // right, and outside of SEPA
  ["bic", { bic: "BBPI" }],
  ["name", { name: " " }],
  ["reference", { reference: "x".repeat(141) }],
  ["reference", { reference: "RW\n1" }],
  ["tooLong", { name: "日".repeat(70), reference: "日".repeat(80) }],
])("%s: no code for %o", (problem, given) => {
  expect(epcPayload({ ...transfer, ...given })).toEqual({ problem });
});
