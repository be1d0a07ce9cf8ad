import { expect, test } from "vitest";
import { isTestCode, listed, read, SOURCES } from "./files.ts";
import { bentByHand, spokenIn } from "./sentences.ts";

const SCREENS = SOURCES.filter((file) => /^(apps\/(portal|kiosk)|packages\/ui)\/src\//.test(file) && !isTestCode(file));
const isCatalog = (file: string) => /texts?(\.[a-z]{2})?\.ts$|\/texts\/[^/]+\.ts$/.test(file);
const CATALOGS = SCREENS.filter(isCatalog);

test("there are screens and catalogs", () => {
  expect(SCREENS).toContain("apps/portal/src/features/home/home-page.tsx");
  expect(CATALOGS).toContain("apps/portal/src/features/home/home-texts.ts");
});

test("no screen says a sentence past its catalog", () => {
  const problems = SCREENS.filter((file) => !isCatalog(file)).flatMap((file) =>
    spokenIn(file, read(file)).map((words) => `${file} says “${words}”: put it into the catalog of its feature.`),
  );
  expect(listed(problems)).toBe("");
});

test("no catalog counts, lists or formats by hand", () => {
  const problems = CATALOGS.flatMap((file) => bentByHand(file, read(file)).map((what) => `${file}: ${what}`));
  expect(listed(problems)).toBe("");
});

test.each([
  `<p>Nothing here</p>`,
  `<p>{"Nothing here"}</p>`,
  `<p>{isOpen ? "Open" : texts.closed}</p>`,
  `<Button aria-label="Close" />`,
  "<Field label={`Name of ${thing}`} />",
  `toast({ title: "Saved" })`,
])("%s is found", (code) => {
  expect(spokenIn("screen.tsx", code)).not.toEqual([]);
});

test.each([
  `<p className="text-sm">{texts.nothing}</p>`,
  `<p>{n} · 14:00 –</p>`,
  `<Button variant="quiet" aria-label={texts.close} />`,
  `<p>{texts.role("owner")}</p>`,
  `<p>{kind === "room" && texts.room}</p>`,
])("%s is no sentence", (code) => {
  expect(spokenIn("screen.tsx", code)).toEqual([]);
});

test.each([
  "parts.join(' and ')",
  "new Intl.ListFormat('en').format(parts)",
  "n.toLocaleString('de')",
  "(n === 1 ? 'one seat' : `${n} seats`)",
])("%s is bent by hand", (code) => {
  expect(bentByHand("some-texts.ts", code)).toHaveLength(1);
});

test.each([
  "parts.join(', ')",
  "new Intl.NumberFormat(locale)",
  "plural('en', n, { one: 'a', other: 'b' })",
  "n === 1 ? a : b",
])("%s is not", (code) => {
  expect(bentByHand("some-texts.ts", code)).toEqual([]);
});
