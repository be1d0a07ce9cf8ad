import { expect, test } from "vitest";
import { KIOSK_LANGUAGES } from "./languages.ts";
import { readerOf } from "./reader.ts";

test.each([
  [
    { languages: ["en"], regions: ["US"] },
    { language: "en", locale: "en-US", hourCycle: "h12" },
  ],
  [
    { languages: ["en"], regions: ["en-US"] },
    { language: "en", locale: "en-US", hourCycle: "h12" },
  ],
  [
    { languages: ["en-GB"], regions: [null, "en-GB"] },
    { language: "en", locale: "en-GB", hourCycle: "h23" },
  ],
  [
    { languages: ["en"], regions: [] },
    { language: "en", locale: "en-GB", hourCycle: "h23" },
  ],
  [
    { languages: ["de"], regions: [] },
    { language: "de", locale: "de-DE", hourCycle: "h23" },
  ],
  // Somebody in Zürich who reads English: their dates and numbers stay those of Switzerland.
  [
    { languages: ["en"], regions: [null, "de-CH"] },
    { language: "en", locale: "en-CH", hourCycle: "h23" },
  ],
  // A browser that says "de" and no more is most likely in Germany.
  [
    { languages: ["en"], regions: ["de"] },
    { language: "en", locale: "en-DE", hourCycle: "h23" },
  ],
  [
    { languages: ["tlh"], regions: ["nowhere", "?", ""] },
    { language: "en", locale: "en-GB", hourCycle: "h23" },
  ],
] as const)("%j reads %j", (wishes, expected) => {
  expect(readerOf(wishes)).toEqual(expected);
});

test("a clock may be chosen against the region's habit", () => {
  expect(readerOf({ languages: ["en"], regions: ["US"], hourCycle: "h23" }).hourCycle).toBe("h23");
  expect(readerOf({ languages: ["de"], regions: ["DE"], hourCycle: "h12" }).hourCycle).toBe("h12");
  expect(readerOf({ languages: ["de"], regions: ["DE"], hourCycle: "25h" }).hourCycle).toBe("h23");
});

test("a kiosk speaks more languages", () => {
  const wishes = { languages: ["es-MX"], regions: [] };
  expect(readerOf(wishes, KIOSK_LANGUAGES)).toEqual({ language: "es", locale: "es-ES", hourCycle: "h23" });
  expect(readerOf(wishes).language).toBe("en");
});
