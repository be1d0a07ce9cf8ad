import type { Permissions } from "@working-social/directory/schema";
import type { ManageTexts } from "../manage-texts.ts";
import { NEEDS } from "./needs.gen.ts";

export type SectionId = keyof ManageTexts["sections"];
type SectionGroup = keyof ManageTexts["groups"];

export interface ManageSection {
  readonly id: SectionId;
  readonly group: SectionGroup;
  readonly href: string;
  /** Any one of these is enough. */
  readonly needs: readonly Need[];
}

/** How much waits behind a page for somebody's word. */
export type Waiting = Readonly<Partial<Record<SectionId, number>>>;

export interface SectionsProps {
  sections: readonly ManageSection[];
  current: ManageSection | undefined;
  waiting: Waiting;
}

type Procedure = keyof typeof NEEDS;
type Need = (typeof NEEDS)[Procedure][number];

/** A page is for whoever may call one of the procedures that it is made of. */
const section = (id: SectionId, group: SectionGroup, ...procedures: Procedure[]): ManageSection => ({
  id,
  group,
  href: id === "today" ? "/manage" : `/manage/${id}`,
  needs: procedures.flatMap((procedure): readonly Need[] => NEEDS[procedure]),
});

/** The manage pages in the order of use, each with the procedure that it can't do without. The server refuses the same; this only spares dead ends. */
const manageSections: readonly ManageSection[] = [
  section("today", "day", "bookings.list", "backups.status"),
  section("bookings", "day", "bookings.list"),
  section("printing", "day", "printing.exceptions"),
  section("billing", "money", "billing.preview"),
  section("invoices", "money", "invoices.credit"),
  section("contracts", "money", "contracts.list"),
  section("journal", "money", "billing.journal"),
  section("people", "people", "people.list"),
  section("teams", "people", "credits.teamWallet"),
  section("credits", "people", "credits.teamWallet"),
  section("plans", "people", "plans.update"),
  section("packs", "people", "credits.updatePack"),
  section("locations", "space", "locations.update"),
  section("hours", "space", "locations.setHours"),
  section("resources", "space", "resources.update"),
  section("floors", "space", "floors.save"),
  section("copiers", "space", "printing.devices"),
  section("rules", "rules", "bookingRules.list"),
  section("rates", "rules", "rates.list"),
  section("cancellation", "rules", "cancellationPolicies.list"),
  section("simulator", "rules", "availability.simulate"),
  section("accounts", "billing", "accounts.list"),
  section("sellers", "billing", "sellers.list"),
  section("products", "billing", "products.list"),
  section("audit", "record", "audit.list"),
];

/** The pages that this person may open. */
export function sectionsFor(permissions: Permissions): ManageSection[] {
  return manageSections.filter(({ needs }) => needs.some((permission) => permissions[permission]));
}

interface Group {
  id: SectionGroup;
  sections: ManageSection[];
}

/** The groups in their order, without those that hold nothing for this person. */
export function groupsOf(sections: readonly ManageSection[]): Group[] {
  const ids = [...new Set(sections.map(({ group }) => group))];
  return ids.map((id) => ({ id, sections: sections.filter(({ group }) => group === id) }));
}

/** What one uses every day stays in sight; what is set up once, and looked at now and then, is folded. */
export function isDaily({ group }: ManageSection): boolean {
  return group === "day" || group === "money" || group === "people";
}

/** The section that an address belongs to: its own, or the one of something on its list. */
export function sectionAt(pathname: string): ManageSection | undefined {
  const path = pathname.replace(/\/+$/, "");
  return (
    manageSections.find(({ href }) => href === path) ??
    manageSections.find(({ id, href }) => id !== "today" && path.startsWith(`${href}/`))
  );
}
