import { describe, expect, it } from "vitest";
import { creditKinds, kindId, kindOf } from "./credit-kind.ts";

describe("kindOf", () => {
  it("reads what kindId writes", () => {
    for (const kind of creditKinds([{ currency: "USD" }, { currency: "BHD" }]))
      expect(kindOf(kindId(kind))).toEqual(kind);
  });
  it("knows nothing of other words, money without a currency, or pages with one", () => {
    for (const id of ["", "sheets", "money", "mono_pages USD"]) expect(kindOf(id)).toBeNull();
  });
});

describe("creditKinds", () => {
  it("has money once for each currency, of locations and of what is there", () => {
    const money = creditKinds([{ currency: "USD" }, { currency: "USD" }], [{ unit: "money", currency: "EUR" }])
      .filter(({ unit }) => unit === "money")
      .map(({ currency }) => currency);
    expect(money).toEqual(["USD", "EUR"]);
  });
});
