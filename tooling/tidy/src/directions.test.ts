import { expect, test } from "vitest";
import { isTestCode, listed, read, SOURCES } from "./files.ts";

/** Classes that name a side of the screen, and what to write instead: a line may begin at either side of it. */
const NAMES_A_SIDE: readonly [RegExp, string][] = [
  [/^-?(scroll-)?m[lr]-/, "ms-… or me-…"],
  [/^(scroll-)?p[lr]-/, "ps-… or pe-…"],
  [/^-?(left|right)-(\d|\[|\(|auto|px|full)/, "start-… or end-…"],
  [/^text-(left|right)$/, "text-start or text-end"],
  [/^border-[lr](-|$)/, "border-s or border-e"],
  [/^rounded-[lr](-|$)/, "rounded-s or rounded-e"],
  [/^rounded-[tb][lr](-|$)/, "rounded-ss, rounded-se, rounded-es or rounded-ee"],
  [/^(float|clear)-(left|right)$/, "float-start or float-end"],
];

const PLACED_BY_SIDE = /style=\{\{[^}]*\b(left|right|(margin|padding|border)(Left|Right)\w*)\s*:/g;

const SCREENS = SOURCES.filter(
  (file) => /^(apps\/(portal|kiosk)|packages\/ui)\/src\/.+\.tsx?$/.test(file) && !isTestCode(file),
);

test("no screen names a side where it means the start or the end of the line", () => {
  const problems = SCREENS.flatMap((file) =>
    sidesIn(read(file)).map(
      ([what, instead]) => `${file} has ${what}: write ${instead}, which turns around with the reader's writing.`,
    ),
  );
  expect(listed(problems)).toBe("");
});

test.each([
  `className="flex ml-2"`,
  `className="sm:-mr-1.5"`,
  `classNames("[&_input]:pr-20")`,
  "const tab = `absolute left-[calc(50%+0.5rem)]`",
  `"inset-y-px right-px"`,
  `"md:right-auto"`,
  `"text-left!"`,
  `"border-l"`,
  `"xl:border-r-0"`,
  `"rounded-tl-md"`,
  "style={{ left: share(hour) }}",
  "style={{ width, marginLeft: 4 }}",
])("%s is found", (code) => {
  expect(sidesIn(code)).toHaveLength(1);
});

test.each([
  `className="ms-2 border-s rounded-t-lg pe-3 start-0 text-end"`,
  `const arrows = { ArrowLeft: "left", ArrowRight: "right" }`,
  "// its left-hand side, and what is left",
  `"overflow-clip place-items-center mx-auto px-3"`,
  "style={{ insetInlineStart: share(hour) }}",
  "return { left: around.left }",
])("%s is fine", (code) => {
  expect(sidesIn(code)).toEqual([]);
});

/** What of a file's classes and styles names a side, each with what says it better. */
function sidesIn(text: string): (readonly [string, string])[] {
  const code = text.replaceAll(/^\s*(\/?\*|\/\/).*$/gm, "");
  const classes = [...code.matchAll(/["'`]([^"'`]*)["'`]/g)].flatMap(([, words = ""]) =>
    words.split(/\s+/).flatMap((word) => {
      const name = word.replace(/^(.*:)?/, "").replace(/!$/, "");
      return NAMES_A_SIDE.flatMap(([side, instead]) => (side.test(name) ? [[word, instead] as const] : []));
    }),
  );
  const styles = [...code.matchAll(PLACED_BY_SIDE)].map(
    ([, name = ""]) => [`style={{ ${name} }}`, "insetInlineStart, marginInlineEnd and their like"] as const,
  );
  return [...classes, ...styles];
}
