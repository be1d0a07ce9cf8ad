import { expect, test } from "vitest";
import { isBelgianNumber, isDanishNumber, isGln, isNorwegianNumber, isSwedishNumber } from "./check-digits.ts";

test.each([
  [isGln, ["7300010000001", "5790000435975"], ["7300010000002", "730001000000", "73000 0000001", "", "7"]],
  [isNorwegianNumber, ["974760673", "923609016"], ["974760674", "97476067", "000000000", "NO974760673"]],
  [isDanishNumber, ["DK12345674", "12345674"], ["DK1234567", "1234567", "SE12345674", "123456745"]],
  [isBelgianNumber, ["0403019261", "0202239951"], ["0403019262", "403019261", "BE0403019261"]],
  // In the second, a nine is doubled.
  [isSwedishNumber, ["5560125790", "5590007919"], ["5560125791", "556012579", "556012-5790"]],
])("%o knows its numbers", (isOne, good, bad) => {
  expect(good.filter((text) => !isOne(text))).toEqual([]);
  expect(bad.filter((text) => isOne(text))).toEqual([]);
});
