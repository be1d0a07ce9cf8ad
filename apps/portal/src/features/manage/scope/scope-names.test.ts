import type { LocationView, ResourceView } from "@working-social/booking/schema";
import { expect, it } from "vitest";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { manageFormTexts } from "../form/form-texts.ts";
import { scopeText } from "./scope-names.ts";

const words = { ...textsOf(manageFormTexts).scope, kindsMany: textsOf(manageTexts).kindsMany };
const location = (id: string, name: string): LocationView => ({
  id,
  name,
  timeZone: "UTC",
  currency: "USD",
  taxName: null,
  taxBasisPoints: 0,
  taxInclusive: false,
  zeroTaxCategory: "O",
  language: "en",
  region: null,
});
const harbour = location("h", "Old Harbour");
const ropeWalk = location("r", "Rope Walk");
const lantern = { id: "l", locationId: "h", name: "Lantern" } as ResourceView;
const rooms = { locationId: "h", resourceKind: "room" as const, resourceId: null };

it("names a kind and its location where there are several", () => {
  expect(scopeText(rooms, { locations: [harbour, ropeWalk], resources: [] }, words)).toBe("Rooms at Old Harbour");
  expect(scopeText(rooms, { locations: [harbour], resources: [] }, words)).toBe("Rooms");
  expect(scopeText(rooms, { locations: [harbour, ropeWalk], resources: [] }, words, "h")).toBe("Rooms");
});
it("names one room by its name alone", () => {
  expect(
    scopeText(
      { ...rooms, resourceKind: null, resourceId: "l" },
      { locations: [harbour, ropeWalk], resources: [lantern] },
      words,
    ),
  ).toBe("Lantern");
});
it("says everything when nothing narrows it", () => {
  expect(
    scopeText(
      { locationId: null, resourceKind: null, resourceId: null },
      { locations: [harbour, ropeWalk], resources: [] },
      words,
    ),
  ).toBe("Everything");
});
