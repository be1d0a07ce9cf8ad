import type { ResourceKind } from "@working-social/booking/schema";
import { formatList, type Role, type WordsLike } from "@working-social/kernel";
import { locale } from "../../lib/locale.ts";
import { catalog } from "../../lib/texts/catalog.ts";

const kinds: Record<ResourceKind, string> = {
  room: "Room",
  booth: "Booth",
  hot_desk: "Hot desks",
  dedicated_desk: "Dedicated desk",
  equipment: "Equipment",
};
const kindsMany: Record<ResourceKind, string> = {
  room: "Rooms",
  booth: "Booths",
  hot_desk: "Hot desks",
  dedicated_desk: "Dedicated desks",
  equipment: "Equipment",
};
const roles: Record<Role, string> = {
  member: "Member",
  team_admin: "Team admin",
  front_desk: "Front desk",
  community_manager: "Community manager",
  billing_manager: "Billing manager",
  owner: "Owner",
};

const sections = {
  today: "Today",
  bookings: "Bookings",
  printing: "Print queue",
  billing: "Billing run",
  invoices: "Invoices",
  contracts: "Contracts",
  journal: "Journal",
  people: "Members",
  teams: "Teams",
  credits: "Credits",
  plans: "Plans",
  packs: "Packs",
  locations: "Locations",
  hours: "Opening hours",
  resources: "Rooms and desks",
  floors: "Floor plans",
  copiers: "Copiers",
  rates: "Rates",
  cancellation: "Cancellation",
  rules: "Booking rules",
  simulator: "Simulator",
  accounts: "Accounts",
  sellers: "Sellers",
  products: "Products",
  audit: "Audit trail",
};

const en = {
  navigation: "Manage",
  waiting: (n: number) => `${n} to look into`,
  /** Print queue · 2 to look into */
  sectionWaiting: (section: string, n: number) => `${section} · ${n} to look into`,
  jumpTo: "Page of Manage",
  settingUp: "Setting up",
  groups: {
    day: "Every day",
    money: "Money",
    people: "People",
    space: "The space",
    rules: "Rules and prices",
    billing: "Billing",
    record: "Record",
  },
  sections,
  kinds,
  kindsMany,
  roles,
  location: "Location",
  notForYouTitle: "This page is for other roles",
  notForYou: (role: string) =>
    `As ${role.toLowerCase()}, you can use the other pages listed here. If you need more, ask an owner of the space.`,
  notForMembers: "Managing the space is for its staff. Your own bookings, and rooms to book, are on the other pages.",
  goHome: "Go to Home",
  noLocationTitle: "First, a location",
  noLocation: "Rooms, hours and prices belong to a location. Add the first one, and the rest can follow.",
  addLocation: "Add a location",
  save: "Save",
  discard: "Discard changes",
  keepEditing: "Keep editing",
  discardTitle: "Discard your changes?",
  discardText: "What you typed in this form has not been saved.",
  saveMine: "Save mine",
  showTheirs: "Show theirs",
  theirs: (value: string) => `Somebody else made it “${value}”.`,
  changedByOther: "Somebody else changed this.",
  loadMore: "Show more",
  archive: "Archive",
  name: "Name",
  everyLocation: "Every location",
  and: (items: readonly string[]) => formatList(locale, items),
  or: (items: readonly string[]) => formatList(locale, items, "disjunction"),
};

export type ManageTexts = WordsLike<typeof en>;
export const manageTexts = catalog<ManageTexts>({ en, de: () => import("./manage-texts.de.ts") });
