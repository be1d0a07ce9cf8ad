import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestSpace } from "./make-space.ts";
import { dayIn } from "./test.ts";

/** Every address that a member has, with what lies over some of them. */
export function membersPages({ resources, timeZone }: TestSpace, bookingId: string, invoiceId: string): string[] {
  const date = dayIn(timeZone, 1).toString();
  const slot = `date=${date}&time=14%3A00&minutes=60`;
  return [
    "/",
    `/book?date=${date}`,
    `/book?${slot}&people=6&resource=${resources["Cooper"]}`,
    `/book?${slot}&only=${resources["Lantern"]}`,
    `/book?view=month&date=${date}`,
    `/book?view=floor&${slot}&people=1`,
    `/book?${slot}&moving=${bookingId}`,
    "/bookings",
    "/bookings?scope=past",
    `/bookings/${bookingId}`,
    "/credits",
    "/credits/explain",
    "/print",
    "/account",
    "/account/plan",
    "/account/plan?change=pause",
    "/account/plan?change=end",
    "/account/invoices",
    `/account/invoices/${invoiceId}`,
    "/account/feeds",
    "/feeds",
    "/nowhere",
    "/manage/not-for-you",
  ];
}

/** Pages of managers whose form has an address of its own. */
const WITH_FORM = [
  "people",
  "teams",
  "plans",
  "packs",
  "locations",
  "resources",
  "copiers",
  "rules",
  "rates",
  "cancellation",
  "contracts",
  "sellers",
  "products",
];

/** What was made in a space, for the pages about one thing. */
export interface Billed {
  contractId: string;
  invoiceId: string;
  runId: string;
}

/** Every address that a manager has, with its forms. */
export function managersPages({ ana, resources, timeZone }: TestSpace, billed: Billed): string[] {
  const credits = `/manage/credits?person=${ana.personId}`;
  return [
    "/manage",
    `/manage/bookings?span=week&day=${dayIn(timeZone, 1).toString()}`,
    "/manage/bookings?book=true",
    "/manage/credits",
    ...["", "&edit=give", "&edit=overdraft", "&edit=sell"].map((form) => credits + form),
    ...["printing", "floors", "simulator", "audit", "hours", "accounts"].map((page) => `/manage/${page}`),
    `/manage/hours?of=${resources["Lantern"]}`,
    `/manage/printing?person=${ana.personId}`,
    ...billingPages(billed),
    ...WITH_FORM.flatMap((page) => [`/manage/${page}`, `/manage/${page}?edit=new`]),
  ];
}

function billingPages({ contractId, invoiceId, runId }: Billed): string[] {
  return [
    "/manage/billing",
    `/manage/billing/${runId}`,
    "/manage/invoices",
    ...["", "?edit=credit"].map((form) => `/manage/invoices/${invoiceId}${form}`),
    "/manage/journal",
    ...["", "?edit=plan", "?edit=pause", "?edit=end"].map((form) => `/manage/contracts/${contractId}${form}`),
  ];
}

/** Where nobody is signed in. */
export const strangersPages = ["/sign-in"];

/** The routes of the portal as its router knows them: `/bookings/$bookingId`. */
export function routes(): string[] {
  const tree = readFileSync(join(import.meta.dirname, "../../src/routeTree.gen.ts"), "utf8");
  const [, byTo = ""] = /interface FileRoutesByTo \{([^}]*)\}/.exec(tree) ?? [];
  return [...byTo.matchAll(/"(\/[^"]*)":/g)].map(([, route = ""]) => route);
}

/** Whether an address is one of a route. */
export function leadsTo(route: string, path: string): boolean {
  const pattern = route.replaceAll(/\$\w+/g, "[^/?]+");
  return new RegExp(`^${pattern}(\\?|$)`).test(path);
}
