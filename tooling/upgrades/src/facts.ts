import { toLocal, parseInstant } from "@working-social/kernel";
import { z } from "zod";
import type { Portal } from "./portal.ts";

/** What somebody's own screens say, as numbers and ids: words and layouts may change, these may not. */
const OfMember = z.strictObject({
  wallet: z.array(
    z.strictObject({
      unit: z.string(),
      currency: z.string().nullable(),
      balance: z.int(),
      held: z.int(),
      scheduled: z.int(),
      /** Of this month, as it is explained. */
      movements: z.int(),
      closing: z.int(),
      statementLines: z.int(),
    }),
  ),
  upcoming: z.array(z.string()),
  past: z.array(z.string()),
  charges: z.array(z.strictObject({ id: z.string(), amountMinor: z.int(), openMinor: z.int() })),
  prints: z.array(z.string()),
});

/** What a manager sees of the house. */
const OfManager = z.strictObject({
  /** What is booked today and tomorrow: ids, by resource. */
  day: z.record(z.string(), z.array(z.string())),
  audit: z.array(z.string()),
  people: z.array(z.string()),
  unknownPrintUsers: z.int(),
  printExceptions: z.int(),
});

/** What the product answers about a fixture, of one member (`ana`) and one manager (`mira`). */
export const Facts = z.strictObject({ member: OfMember, manager: OfManager });
export type Facts = z.infer<typeof Facts>;

/** Asks the product; the names of fields in its answers are translated here when they change. */
export async function askFacts(
  portals: { member: Portal; manager: Portal },
  { now, locationId }: { now: string; locationId: string },
): Promise<Facts> {
  return { member: await askMember(portals.member, now), manager: await askManager(portals.manager, now, locationId) };
}

async function askMember(portal: Portal, now: string): Promise<Facts["member"]> {
  const { balances, timeZone } = await portal.credits.wallet.query({ personId: null });
  const to = toLocal(parseInstant(now), timeZone).date;
  const wallet: Facts["member"]["wallet"] = [];
  for (const { unit, currency, balance, held, scheduled } of balances) {
    const question = { personId: null, unit, currency, from: `${to.slice(0, 7)}-01`, to };
    const { movements, closing } = await portal.credits.explain.query(question);
    const statement = await portal.credits.statement.query(question);
    const statementLines = statement.csv.trimEnd().split("\n").length;
    wallet.push({ unit, currency, balance, held, scheduled, movements: movements.length, closing, statementLines });
  }
  const bookingsOf = async (scope: "upcoming" | "past") =>
    (await portal.bookings.mine.query({ scope, cursor: null })).bookings.map(({ id }) => id);
  const { charges } = await portal.credits.charges.query({ personId: null, status: "all", cursor: null });
  const { jobs } = await portal.printing.mine.query({ personId: null, cursor: null });
  return {
    wallet,
    upcoming: await bookingsOf("upcoming"),
    past: await bookingsOf("past"),
    charges: charges.map(({ id, amountMinor, openMinor }) => ({ id, amountMinor, openMinor })),
    prints: jobs.map(({ id }) => id),
  };
}

async function askManager(portal: Portal, now: string, locationId: string): Promise<Facts["manager"]> {
  const date = now.slice(0, 10);
  const { resources } = await portal.availability.day.query({ locationId, date });
  const day = resources.map(({ resource, bookings }) => [resource.name, bookings.map(({ id }) => id)] as const);
  const { entries } = await portal.audit.list.query({ subjectId: null, cursor: null });
  const { people } = await portal.people.list.query({ search: "", cursor: null });
  const { unpriced, uncounted, problems } = await portal.printing.exceptions.query();
  return {
    day: Object.fromEntries(day),
    audit: entries.map(({ id }) => id),
    people: people.map(({ id }) => id),
    unknownPrintUsers: (await portal.printing.unknownUsers.query()).length,
    printExceptions: unpriced.length + uncounted.length + problems.length,
  };
}
