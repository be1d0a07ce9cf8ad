import type { Permissions } from "@working-social/directory/schema";
import type { ManageTexts } from "../../../texts/manage.ts";

export type SectionId = keyof ManageTexts["sections"];
export type SectionGroup = keyof ManageTexts["groups"];

export interface ManageSection {
  readonly id: SectionId;
  readonly group: SectionGroup;
  readonly href: string;
  /** Any one of these is enough. */
  readonly needs: readonly (keyof Permissions)[];
}

const section = (id: SectionId, group: SectionGroup, ...needs: (keyof Permissions)[]): ManageSection => ({
  id,
  group,
  href: id === "today" ? "/manage" : `/manage/${id}`,
  needs,
});

/** The manage pages in the order of use, each with who may see it. The server refuses the same; this only spares dead ends. */
export const manageSections: readonly ManageSection[] = [
  section("today", "day", "manageBookings", "manageSpace"),
  section("bookings", "day", "manageBookings"),
  section("printing", "day", "manageBookings"),
  section("people", "people", "managePeople", "manageBookings"),
  section("teams", "people", "managePeople", "manageBookings"),
  section("credits", "people", "managePeople", "manageBookings"),
  section("plans", "people", "managePeople"),
  section("packs", "people", "managePeople"),
  section("locations", "space", "manageSpace"),
  section("hours", "space", "manageSpace"),
  section("resources", "space", "manageSpace"),
  section("floors", "space", "manageSpace"),
  section("copiers", "space", "manageSpace", "manageBookings"),
  section("rules", "rules", "manageSpace"),
  section("rates", "rules", "manageSpace"),
  section("cancellation", "rules", "manageSpace"),
  section("simulator", "rules", "manageSpace", "manageBookings"),
  section("audit", "record", "seeAudit"),
];

/** The pages that this person may open. */
export function sectionsFor(permissions: Permissions): ManageSection[] {
  return manageSections.filter(({ needs }) => needs.some((permission) => permissions[permission]));
}

/** The section that an address belongs to. */
export function sectionAt(pathname: string): ManageSection | undefined {
  const path = pathname.replace(/\/+$/, "");
  return manageSections.find(({ href }) => href === path);
}
