import type { WaitingJobView } from "@working-social/copier/schema";
import type { LotView } from "@working-social/credits/schema";
import { expect, test } from "vitest";
import { textsOf } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";
import { sourceOf } from "./split.ts";
import { splitWords } from "./split-words.ts";

function aJob(job: Partial<WaitingJobView>): WaitingJobView {
  const paper = { colour: "colour", paperSize: "A4", isDuplex: false, copies: 1, sides: 30, sheets: 30 } as const;
  const state = { status: "held", at: "2026-11-25T09:00:00Z", expiresAt: null, isRefunded: false } as const;
  const price = {
    unit: "colour_pages",
    priceMinor: 750,
    currency: "USD",
    credits: 20,
    moneyMinor: 250,
    openMinor: 0,
  } as const;
  const device = { deviceId: "copier", deviceName: "Copier", title: "Plan" };
  return { id: "job", ...device, ...paper, ...state, ...price, balanceBefore: 20, balanceAfter: 0, ...job };
}

const words = (job: WaitingJobView, source: Parameters<typeof splitWords>[2] = "plan") =>
  splitWords(job, job, source, textsOf(printTexts));

test("credits first, then each page at its price", () => {
  expect(words(aJob({}))).toBe("20 colour pages from your plan, 10 × $0.25 = $2.50");
  expect(words(aJob({ credits: 0, moneyMinor: 750 }))).toBe("30 × $0.25 = $7.50");
  expect(words(aJob({ credits: 30, moneyMinor: 0 }), "team_plan")).toBe("30 colour pages from your team’s plan");
  expect(words(aJob({ sides: 1, credits: 1, moneyMinor: 0, unit: "mono_pages" }), "pack")).toBe(
    "1 black and white page from your pack",
  );
});

test("pages of different prices are one sum; a free document says so", () => {
  expect(words(aJob({ priceMinor: 745, moneyMinor: 248 }))).toBe("20 colour pages from your plan, the rest $2.48");
  expect(words(aJob({ credits: 0, priceMinor: 745, moneyMinor: 745 }))).toBe("$7.45");
  expect(words(aJob({ credits: 0, priceMinor: 0, moneyMinor: 0 }))).toBe("free of charge");
});

test("pages come from the plan only when all of them do", () => {
  const aLot = (lot: Partial<LotView>) =>
    ({ unit: "colour_pages", source: "plan", owner: "person", left: 20, held: 0, ...lot }) as LotView;
  const lots = [aLot({ unit: "mono_pages", source: "gift" }), aLot({}), aLot({ source: "pack", left: 50 })];
  expect(sourceOf(lots, "colour_pages", 20)).toBe("plan");
  expect(sourceOf(lots, "colour_pages", 21)).toBe("credits");
  expect(sourceOf(lots, "colour_pages", 99)).toBe("credits");
  expect(sourceOf([aLot({ left: 0, held: 20 }), aLot({ source: "pack" })], "colour_pages", 20)).toBe("plan");
  expect(sourceOf([aLot({ owner: "team", source: "rollover" })], "colour_pages", 3)).toBe("team_plan");
});
