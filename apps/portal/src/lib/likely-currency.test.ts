import { isCurrency } from "@working-social/kernel";
import { expect, it } from "vitest";
import { likelyCurrency } from "./likely-currency.ts";

it.each([
  ["en-US", "USD"],
  ["en", "USD"],
  ["es-US", "USD"],
  ["en-GB", "GBP"],
  ["de", "EUR"],
  ["de-CH", "CHF"],
  ["hr-HR", "EUR"],
  ["bg-BG", "EUR"],
  ["ja", "JPY"],
  ["pt-BR", "BRL"],
  ["pt-PT", "EUR"],
  ["zh-Hant-TW", "TWD"],
  ["ar-BH", "BHD"],
  ["en-001", "EUR"],
  ["", "EUR"],
  ["not a language", "EUR"],
])("a browser that speaks %j most likely pays in %s", (language, currency) => {
  expect(likelyCurrency(language)).toBe(currency);
});

it("each answer is money in use", () => {
  const languages = ["AE", "CL", "IS", "KW", "MR", "SL", "VE", "ZW", "ZM", "ST"].map((region) => `und-${region}`);
  for (const language of languages) expect(isCurrency(likelyCurrency(language)), language).toBe(true);
});
