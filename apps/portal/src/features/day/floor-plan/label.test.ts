import { expect, test } from "vitest";
import { fitLabel } from "./label.ts";

const box = (width: number, height: number) => ({ x: 0, y: 0, width, height });
const fit = (width: number, height: number, name = "Harbour hall A", word = "$63.60") =>
  fitLabel({ name, word, who: "" }, box(width, height), 1);

test("name and price in the larger type where there is room", () => {
  expect(fit(200, 60)).toEqual({ sizeCm: 12, name: ["Harbour hall A"], word: "$63.60", who: "", isCut: false });
});
test("smaller before the price is left out", () => {
  expect(fit(90, 40)).toEqual({ sizeCm: 10, name: ["Harbour hall A"], word: "$63.60", who: "", isCut: false });
});
test("over several lines in a narrow room", () => {
  expect(fit(60, 60).name).toEqual(["Harbour", "hall A"]);
});
test("half a price is worse than none", () => {
  expect(fit(45, 30, "Booth 1", "No charge").word).toBe("");
});
test("a long word is cut, and under three letters nothing is left", () => {
  expect(fit(36, 20, "Gallery", "").name).toEqual(["Galle…"]);
  expect(fit(10, 20, "Gallery", "").name).toEqual([]);
  expect(fit(36, 5, "Gallery", "").name).toEqual([]);
});
test("who is there comes last, whole or not at all", () => {
  const label = (width: number, height: number) =>
    fitLabel({ name: "Lantern", word: "until 11:00", who: "Ana Ferreira" }, box(width, height), 1);
  expect(label(120, 60)).toMatchObject({ sizeCm: 12, word: "until 11:00", who: "Ana Ferreira" });
  expect(label(80, 40)).toMatchObject({ sizeCm: 10, word: "until 11:00", who: "Ana Ferreira" });
  expect(label(76, 40)).toMatchObject({ sizeCm: 10, word: "until 11:00", who: "Ana Ferreira" });
  expect(label(120, 30)).toMatchObject({ sizeCm: 10, word: "until 11:00", who: "" });
  expect(label(66, 60)).toMatchObject({ word: "until 11:00", who: "" });
});
