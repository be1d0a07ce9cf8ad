import { ANYTHING } from "@working-social/credits/schema";
import { expect, it } from "vitest";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { manageTexts } from "../../manage/manage-texts.ts";
import { creditScopeText } from "./scope-words.ts";

const names = {
  locations: [{ id: "here", name: "Old Harbour" }],
  resources: [
    { id: "lantern", name: "Lantern" },
    { id: "cooper", name: "Cooper" },
  ],
};
const { kindsMany, or } = textsOf(manageTexts);
const words = { ...textsOf(manageCreditsTexts).scope, kindsMany, or };
const text = (scope: Partial<typeof ANYTHING>) => creditScopeText({ ...ANYTHING, ...scope }, names, words);

it("says what credits are good for: any one within a list, and every list narrows", () => {
  expect(text({})).toBe("Everything");
  expect(text({ resourceKinds: ["booth", "room"] })).toBe("Rooms or Booths");
  expect(text({ resourceIds: ["lantern", "cooper"] })).toBe("Lantern or Cooper");
  expect(text({ locationIds: ["here"] })).toBe("Everything at Old Harbour");
  expect(text({ resourceIds: ["lantern"], resourceKinds: ["room"] })).toBe("Lantern (only Rooms)");
  expect(text({ resourceIds: ["torn down"] })).toBe("something that is gone");
});
