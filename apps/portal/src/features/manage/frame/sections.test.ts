import { permissionsOf } from "@working-social/directory/rules";
import { describe, expect, it } from "vitest";
import { groupsOf, isDaily, sectionAt, sectionsFor } from "./sections.ts";

const idsFor = (role: Parameters<typeof permissionsOf>[0]) => sectionsFor(permissionsOf(role)).map(({ id }) => id);

describe("sectionsFor", () => {
  it("gives owners every page", () => {
    expect(idsFor("owner")).toHaveLength(25);
  });
  it("gives the front desk the day, and people to look up", () => {
    expect(idsFor("front_desk")).toEqual([
      "today",
      "bookings",
      "printing",
      "people",
      "teams",
      "credits",
      "copiers",
      "simulator",
    ]);
  });
  it("gives billing managers what they bill, and the record", () => {
    expect(idsFor("billing_manager")).toEqual([
      "billing",
      "invoices",
      "contracts",
      "journal",
      "accounts",
      "sellers",
      "products",
      "audit",
    ]);
  });
  it("gives members nothing", () => {
    expect(idsFor("member")).toEqual([]);
    expect(idsFor("team_admin")).toEqual([]);
  });
});

it("folds what is set up once, and keeps every day in sight", () => {
  const [daily, folded] = [true, false].map((is) =>
    groupsOf(sectionsFor(permissionsOf("owner")).filter((section) => isDaily(section) === is)).map(({ id }) => id),
  );
  expect(daily).toEqual(["day", "money", "people"]);
  expect(folded).toEqual(["space", "rules", "billing", "record"]);
});

describe("sectionAt", () => {
  it("knows a page by its address, with or without a slash at its end", () => {
    expect(sectionAt("/manage/")?.id).toBe("today");
    expect(sectionAt("/manage/rules")?.id).toBe("rules");
    expect(sectionAt("/manage/nothing")).toBeUndefined();
  });
});
