import { expect, test } from "vitest";
import { edgesInCircles } from "./circles.ts";
import { listed } from "./files.ts";
import { EDGES, featureOf, folderOf, isManagers, roomsBy } from "./screens.ts";

const ADVICE =
  "Move what both need into the lower one, or hand it down from above: from the page, or from the route that shows both.";

test.each([
  ["features", featureOf],
  ["folders of features", folderOf],
])("no two %s of the portal know each other, not even by a third", (_what, roomOf) => {
  const problems = edgesInCircles(roomsBy(roomOf)).map(
    ({ edge, witness }) => `portal: ${edge} leads in a circle (${witness}). ${ADVICE}`,
  );
  expect(listed(problems)).toBe("");
});

test("what every page shares knows no page", () => {
  const problems = EDGES.filter(({ file, target }) => file.startsWith("lib/") && /^(features|routes)\//.test(target));
  expect(
    listed(problems.map(({ file, specifier }) => `${file} imports ${specifier}: lib stands below. ${ADVICE}`)),
  ).toBe("");
});

test("no member loads what only managers use", () => {
  const problems = EDGES.filter((one) => !one.isTypeOnly && !one.isDynamic && !isManagers(one.file)).filter(
    ({ file, target }) => isManagers(target) && file !== "routeTree.gen.ts",
  );
  const advice =
    "load it with import(), for those who may manage, or put what members need as well outside of manage/.";
  expect(listed(problems.map(({ file, specifier }) => `${file} imports ${specifier}: ${advice}`))).toBe("");
});

test("a screen belongs to its feature, its folder, and perhaps to managers", () => {
  expect(featureOf("features/day/search/book-page.tsx")).toBe("day");
  expect(folderOf("features/day/search/book-page.tsx")).toBe("day/search");
  expect(folderOf("features/day/lane.ts")).toBe("day");
  expect(featureOf("lib/now.ts")).toBeNull();
  expect(isManagers("features/manage/frame/sections.ts")).toBe(true);
  expect(isManagers("features/credits/manage/packs/pack-drawer.tsx")).toBe(true);
  expect(isManagers("routes/_app/manage/rates.tsx")).toBe(true);
  expect(isManagers("features/credits/managed.ts")).toBe(false);
});
