import fc from "fast-check";
import { expect, test } from "vitest";
import { openAmount, quantityWorth, unpaidQuantity } from "./rules.ts";

test("what late credits may pay is never more than is open, and as much as there is room for", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 5_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (amountMinor, quantity, usedUp, paid) => {
        const openQuantity = quantity - Math.floor(usedUp * quantity);
        const owed = openAmount(amountMinor, quantity, openQuantity);
        const line = { amountMinor, quantity, openQuantity, openMinor: owed - Math.floor(paid * owed) };
        const rest = openQuantity - unpaidQuantity(line);
        const off = (units: number) => owed - openAmount(amountMinor, quantity, units);
        expect(off(rest)).toBeLessThanOrEqual(line.openMinor);
        if (rest > 0 && line.openMinor > 0) expect(off(rest - 1)).toBeGreaterThan(line.openMinor);
        const worth = quantityWorth(line, line.openMinor);
        expect(openAmount(amountMinor, quantity, worth)).toBeGreaterThanOrEqual(line.openMinor);
      },
    ),
  );
});
