import { expect, test } from "vitest";
import { acceptedLanguages, chooseLanguage, KIOSK_LANGUAGES, LANGUAGES, nameOfLanguage } from "./languages.ts";

test.each([
  ["what is chosen comes first", ["de", "en-US"], "de"],
  ["a region is a matter of its language", [null, "de-CH"], "de"],
  ["nothing chosen, nothing asked for: the location's", [null, undefined, "de"], "de"],
  ["a language nobody has falls through to the next", ["tlh", "eo-001", "de"], "de"],
  ["a language nobody has falls back to English", ["tlh"], "en"],
  ["what is no tag is no wish", ["", "*", "de_CH", "x", "no language at all"], "en"],
  ["nobody says anything", [], "en"],
])("%s", (_why, wishes, expected) => {
  expect(chooseLanguage(LANGUAGES, wishes)).toBe(expected);
});

test("what one program lacks another may have", () => {
  expect(chooseLanguage(LANGUAGES, ["fr", "de"])).toBe("de");
  expect(chooseLanguage(KIOSK_LANGUAGES, ["fr", "de"])).toBe("fr");
});

test.each([
  ["de-CH,de;q=0.9,en;q=0.8", ["de-CH", "de", "en"]],
  ["en;q=0.5, fr ;q=0.9,de", ["de", "fr", "en"]],
  ["de;q=0,en", ["en"]],
  ["*", []],
  ["", []],
  [undefined, []],
  ["de;q=lots,;;,=,en", ["en"]],
])("Accept-Language: %s asks for %j", (header, expected) => {
  expect(acceptedLanguages(header)).toEqual(expected);
});

test("languages are offered in their own words", () => {
  expect(KIOSK_LANGUAGES.map(nameOfLanguage)).toEqual(["English", "Deutsch", "Español", "Français"]);
});
