import { expect, describe, it } from "vitest";
import { textsOf } from "../../../../lib/texts/catalog.ts";
import { texts as german } from "../rates-texts.de.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { areTiersWrong, policySegments, policySentence } from "./policy-sentence.ts";

const texts = textsOf(manageRatesTexts).policies;
const tier = (hoursBefore: number, feePercent: number) => ({ hoursBefore, feePercent });

describe("policySentence", () => {
  it.each([
    [
      [tier(24, 50), tier(2, 100)],
      "Free until 24 hours before the start, then half the price, the whole price from 2 hours before.",
    ],
    [
      [tier(2, 100), tier(24, 50)],
      "Free until 24 hours before the start, then half the price, the whole price from 2 hours before.",
    ],
    [[tier(72, 30)], "Free until 3 days before the start, then 30% of the price."],
    [[tier(1, 100)], "Free until 1 hour before the start, then the whole price."],
    [[tier(24, 0)], "Free until the start."],
    [[], "Free until the start."],
  ])("of %o", (tiers, sentence) => {
    expect(policySentence(tiers, texts)).toBe(sentence);
  });
  it.each([
    [
      [tier(24, 50), tier(2, 100)],
      "Kostenlos bis 24 Stunden vor Beginn, danach die Hälfte des Preises und in den letzten 2 Stunden der volle Preis.",
    ],
    [
      [tier(72, 50), tier(48, 75), tier(1, 100)],
      "Kostenlos bis 3 Tage vor Beginn, danach die Hälfte des Preises, in den letzten 2 Tagen 75% des Preises und in der letzten Stunde der volle Preis.",
    ],
  ])("in German has the case of its days and hours: %o", (tiers, sentence) => {
    expect(policySentence(tiers, german.policies)).toBe(sentence);
  });
  it("leaves out a step that is still being typed", () => {
    expect(policySentence([tier(24, 50), { hoursBefore: 2 }], texts)).toBe(
      "Free until 24 hours before the start, then half the price.",
    );
  });
});

describe("steps", () => {
  it("are wrong when two share a time or the fee falls", () => {
    expect(areTiersWrong([tier(24, 50), tier(24, 60)])).toBe(true);
    expect(areTiersWrong([tier(24, 50), tier(2, 40)])).toBe(true);
    expect(areTiersWrong([tier(2, 100), tier(24, 50)])).toBe(false);
  });
  it("fill the line from long before to the start", () => {
    const segments = policySegments([tier(2, 100), tier(24, 50)]);
    expect(segments.map(({ feePercent, hoursBefore }) => [hoursBefore, feePercent])).toEqual([
      [null, 0],
      [24, 50],
      [2, 100],
    ]);
    expect(segments[0]?.from).toBe(0);
    expect(segments.at(-1)?.to).toBe(1);
  });
});
