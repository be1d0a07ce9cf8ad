import type { Role } from "@working-social/kernel";

export interface DemoPerson {
  name: string;
  /** Before the @ of an address that can't exist (RFC 2606). */
  mailbox: string;
  role: Role;
  plan: string | null;
  team: string | null;
  hasStory?: boolean;
}

export const PLANS = ["Full-time", "Flex 10", "Studio", "Staff"];
export const TEAMS = [
  { name: "Brightwater", plan: "Studio" },
  { name: "Kite & Anchor", plan: "Flex 10" },
];

export const PEOPLE: DemoPerson[] = [
  { name: "Ana Ferreira", mailbox: "ana", role: "member", plan: "Full-time", team: null, hasStory: true },
  { name: "Jonas Weil", mailbox: "jonas", role: "member", plan: "Flex 10", team: null, hasStory: true },
  { name: "Lena Okafor", mailbox: "lena", role: "member", plan: "Full-time", team: null },
  { name: "Dana Cole", mailbox: "dana", role: "team_admin", plan: null, team: "Brightwater" },
  { name: "Samir Haddad", mailbox: "samir", role: "member", plan: null, team: "Brightwater" },
  { name: "Ingrid Sund", mailbox: "ingrid", role: "member", plan: null, team: "Brightwater" },
  { name: "Wen Li", mailbox: "wen", role: "member", plan: null, team: "Kite & Anchor" },
  { name: "Noor Jansen", mailbox: "noor", role: "member", plan: null, team: "Kite & Anchor" },
  { name: "Theo Marsh", mailbox: "theo", role: "member", plan: null, team: null },
  { name: "Priya Nair", mailbox: "priya", role: "front_desk", plan: "Staff", team: null },
  { name: "Mira Solberg", mailbox: "mira", role: "community_manager", plan: "Staff", team: null },
];

export const OWNER = { name: "Oskar Lind", mailbox: "oskar", plan: "Staff" };

/** Who is printed at the start: one of each home that the product has. */
export const SIGN_INS = ["ana", "jonas", "priya", "mira", "oskar"];

export const address = (mailbox: string) => `${mailbox}@quayside.example`;
