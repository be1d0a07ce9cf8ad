import { randomBytes } from "node:crypto";
import { createUser } from "@working-social/api/sign-in";
import { createBookingRule } from "@working-social/booking";
import type { Context, Database } from "@working-social/db";
import { openDatabase } from "@working-social/db";
import { setUpOrganization } from "@working-social/directory";
import type { Clock } from "@working-social/kernel";
import { systemClock } from "@working-social/kernel";
import { furnishPlaces } from "./furnish.ts";
import { liveUntil } from "./life.ts";
import { monthsAround } from "./months.ts";
import { address, OWNER, PEOPLE, SIGN_INS } from "./people.ts";
import { OLD_HARBOUR, RULES } from "./places.ts";
import type { DemoPrinter } from "./printer.ts";
import { settleIn } from "./settle-in.ts";
import { clockAt } from "./space.ts";

export type { DemoPrinter } from "./printer.ts";

export interface SignIn {
  name: string;
  email: string;
  password: string;
  role: string;
}

export interface DemoOptions {
  log: (line: string) => void;
  /** When it is now; the life of the demo ends there. */
  clock?: Clock;
}

/** What `npm start` tells and does with it. */
export interface LoadedDemo {
  signIns: SignIn[];
  printers: DemoPrinter[];
}

/**
 * Makes the demo space in a database without any organization, through the product's own commands. Returns the sign-ins
 * to print, with a password made for this installation alone, and its copiers; null when there is an organization already.
 */
export async function loadDemo(
  ownerUrl: string,
  { log, clock = systemClock }: DemoOptions,
): Promise<LoadedDemo | null> {
  const db = openDatabase(ownerUrl, { statementSeconds: 120 });
  try {
    const { rows } = await db.pool.query<{ done: boolean }>("SELECT has_organization() AS done");
    return rows[0]?.done ? null : await makeSpace(db, clock, log);
  } finally {
    await db.close();
  }
}

/** How long before the first month that it tells of the space opened its doors. */
const OPENED_BEFORE_MS = 3 * 86_400_000;

async function makeSpace(db: Database, clock: Clock, log: (line: string) => void): Promise<LoadedDemo> {
  const password = `quay-${randomBytes(6).toString("hex")}`;
  const { name: locationName, timeZone, currency, language = "en", region = null } = OLD_HARBOUR.location;
  const now = clock.now();
  const months = monthsAround(now, timeZone);
  const opened = clockAt(months.lived[0].start - OPENED_BEFORE_MS);
  const ownerEmail = address(OWNER.mailbox);
  const ownerUser = await createUser(db.signInPool, opened, { name: OWNER.name, email: ownerEmail, password });
  const setUp = {
    organizationName: "Quayside Works",
    locationName,
    timeZone,
    currency,
    language,
    region,
    ownerName: OWNER.name,
    ownerEmail,
  };
  const { organizationId, locationId, ownerId } = await setUpOrganization(db, opened, setUp, ownerUser.id);
  const owner: Context = {
    db,
    organizationId,
    actor: { kind: "person", personId: ownerId, role: "owner" },
    clock: opened,
  };
  const settled = await settleIn(owner, { ownerId, locationId, password });
  log("people, plans and teams");
  const places = await furnishPlaces(owner, locationId, settled.plans);
  for (const rule of RULES) await createBookingRule(owner, rule);
  log("two locations with rooms, desks, rules and rates");
  const printers = await liveUntil(now, { owner, places, ...settled }, months, log);
  return { signIns: SIGN_INS.map((mailbox) => signInOf(mailbox, password)), printers };
}

function signInOf(mailbox: string, password: string): SignIn {
  const person =
    mailbox === OWNER.mailbox ? { ...OWNER, role: "owner" } : PEOPLE.find((someone) => someone.mailbox === mailbox);
  return {
    name: person?.name ?? mailbox,
    email: address(mailbox),
    password,
    role: (person?.role ?? "member").replaceAll("_", " "),
  };
}
