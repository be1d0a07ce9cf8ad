import { randomUUID } from "node:crypto";
import type { ServedDatabase } from "@working-social/api/testing/serve-database";
import type { TestDatabase } from "@working-social/db/testing";
import type { DemoPrinter, SignIn } from "@working-social/demo";
import type { EpochMs, fixedClock } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { RepeatableRequest } from "../fixture-file.ts";
import type { Portal } from "../portal.ts";
import { portalOf } from "../portal.ts";

/** The demo space, served to its people while the clock is moved through a month. */
export interface House {
  database: TestDatabase;
  served: ServedDatabase;
  clock: ReturnType<typeof fixedClock>;
  setClock(at: EpochMs): void;
  /** The portal of somebody of the demo, by mailbox. */
  as(mailbox: string): Portal;
  sessions: Record<string, string>;
  requests: RepeatableRequest[];
  /** Everybody's, in the demo. */
  password: string;
  /** What things of the demo are called, as ids: rooms, people by mailbox, plans, teams and locations. */
  id(name: string): string;
  /** As the agent of the copier at the reception, or its kiosk. */
  print(call: string, body: object): Promise<Record<string, unknown>>;
}

const NAMES = `SELECT name, id FROM locations UNION ALL SELECT name, id FROM resources UNION ALL SELECT name, id FROM plans
  UNION ALL SELECT name, id FROM teams UNION ALL SELECT split_part(email, '@', 1), id FROM people`;

export async function openHouse(
  database: TestDatabase,
  served: ServedDatabase,
  clock: House["clock"],
  { printers, signIns }: { printers: readonly DemoPrinter[]; signIns: readonly SignIn[] },
): Promise<House> {
  const { rows } = await database.owner.query<{ name: string; id: string }>(NAMES);
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  const sessions = await signEverybodyIn(database);
  const requests: RepeatableRequest[] = [];
  const portals = Object.entries(sessions).map(
    ([by, token]) => [by, portalOf(served.url, token, (request) => requests.push({ by, ...request }))] as const,
  );
  return {
    database,
    served,
    clock,
    sessions,
    requests,
    password: signIns[0]?.password ?? "",
    setClock: (at) => clock.set(formatInstant(at)),
    as: (mailbox) => known(new Map(portals), mailbox),
    id: (name) => known(ids, name),
    print: (call, body) => askPrinter(served.url, printers, call, body),
  };
}

/** Past the sign-in, which would want a browser; the tokens go into the fixture. */
async function signEverybodyIn({ owner }: TestDatabase): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ mailbox: string; id: string }>(
    "SELECT split_part(email, '@', 1) AS mailbox, id FROM users ORDER BY email",
  );
  const sessions: Record<string, string> = {};
  for (const { mailbox, id } of rows) {
    const token = randomUUID().replaceAll("-", "");
    await owner.query(
      `INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at)
       VALUES ($1, $2, $3, '2027-01-31T00:00:00Z', '2026-10-30T15:00:00Z', '2026-10-30T15:00:00Z')`,
      [randomUUID(), id, token],
    );
    sessions[mailbox] = token;
  }
  return sessions;
}

async function askPrinter(
  url: string,
  printers: readonly DemoPrinter[],
  call: string,
  body: object,
): Promise<Record<string, unknown>> {
  const printer = printers.find(({ name }) => name === "Copier at the reception");
  if (!printer) throw new Error("The demo has no copier at its reception.");
  const token = call === "jobs" ? printer.token : printer.kioskToken;
  const response = await fetch(`${url}/api/print/${call}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`The copier was refused ${call}: ${JSON.stringify(answer)}`);
  return answer;
}

function known<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The house knows no ${name}.`);
  return value;
}
