import { consumeCredits } from "@working-social/credits";
import type { ConsumeInput } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { inOrder, inTransaction, numbered, openDatabase } from "@working-social/db";
import { mintOrganizationId, newId, systemClock } from "@working-social/kernel";
import { openBarePg } from "./bare-pg.ts";
import type { Bench } from "./bench.ts";
import { takeTurns } from "./bench.ts";
import type { Statement } from "./record-statements.ts";
import type { Facts } from "./replay.ts";
import { replayable } from "./replay.ts";
import type { Line } from "./report.ts";
import { asTheApi } from "./stage.ts";
import type { Timing } from "./statistics.ts";
import { timingOf } from "./statistics.ts";

/** Enough that two seldom spend from one wallet in the same moment. */
const WALLETS = 200;
/** The same work on two sizes of wallet differs by noise alone. */
const AS_QUICK = 0.9;

interface OwnLot {
  readonly person: string;
  readonly lot: string;
}

/** A minute of somebody's credits, from the idempotency key to the commit: beside its own statements, and with years of lots that are used up. */
export async function benchCredits(bench: Bench): Promise<Line[]> {
  const { space, stage, options } = bench;
  const db = openDatabase(stage.databaseUrl, { maxConnections: options.connections });
  const ctx: Context = {
    db,
    organizationId: mintOrganizationId(space.organizationId),
    actor: { kind: "job", job: "open_periods" },
    clock: systemClock,
  };
  try {
    return [await besideItsStatements(bench, ctx), await withYearsOfLots(bench, ctx)];
  } finally {
    await db.close();
  }
}

async function besideItsStatements(bench: Bench, ctx: Context): Promise<Line> {
  const { space, stage, options } = bench;
  const lots = [...space.wallets.lotOf].slice(0, WALLETS).map(([person, lot]) => ({ person, lot }));
  const next = inTurn(lots);
  const recorded = next();
  const statements = await recordingOf(ctx, recorded);
  const recording = replayable(statements, recorded, [space.organizationId]);
  const bare = await openBarePg({
    config: asTheApi(stage.databaseUrl, space.organizationId),
    connections: options.connections,
    next: () => ({ recording, facts: next() }),
  });
  const load = (seconds: number) => consumeFor(ctx, options.connections, seconds, next);
  const { product, floor, ratio } = await takeTurns(bench, "credits", load, bare.run).finally(bare.close);
  return {
    what: "consuming credits",
    timing: product,
    floor: { what: `its ${statements.length} statements by a bare pg client`, timing: floor },
    figure: { value: ratio, unit: "ratio" },
    goal: { atLeast: 0.7 },
  };
}

/** What is used up must cost nothing, however much of it there is. */
async function withYearsOfLots(bench: Bench, ctx: Context): Promise<Line> {
  const { wallets } = bench.space;
  const loadOf = (people: readonly string[]) => {
    const next = inTurn(people.map((person) => ({ person, lot: wallets.lotOf.get(person) ?? "" })));
    return (seconds: number) => consumeFor(ctx, people.length, seconds, next);
  };
  const [few, many] = [loadOf(wallets.small), loadOf(wallets.large)];
  const { product, floor, ratio } = await takeTurns(bench, "credits beside used-up lots", many, few);
  const { small, large } = wallets.usedUpLots;
  return {
    what: `consuming credits beside ${large.toLocaleString("en")} used-up lots`,
    timing: product,
    floor: { what: `the same beside ${small}`, timing: floor },
    figure: { value: ratio, unit: "ratio" },
    goal: { atLeast: AS_QUICK },
  };
}

function inTurn(lots: readonly OwnLot[]): () => Facts {
  let turn = 0;
  return () => {
    const own = lots[turn++ % lots.length];
    if (!own) throw new RangeError("Nobody has credits.");
    return { ...own, cause: newId(), key: newId() };
  };
}

function usageOf({ person = "", cause = "", key = "" }: Facts): ConsumeInput {
  return {
    personId: person,
    unit: "room_minutes",
    quantity: 1,
    at: systemClock.now(),
    cause: { type: "booking" as const, id: cause, label: "Bench" },
    idempotencyKey: key,
  };
}

/** The statements of one consumption, named as the product names them: planned once for each connection. */
async function recordingOf(ctx: Context, facts: Facts): Promise<Statement[]> {
  const statements: Statement[] = [];
  await inTransaction(ctx, (tx) => {
    const recorder: Sql = {
      query(text, values = []) {
        const statement = numbered(text);
        const ordered = inOrder(statement, values);
        statements.push({ name: `bench${statements.length}`, text: statement.text, values: ordered });
        return tx.query(text, values);
      },
    };
    return consumeCredits(recorder, ctx, usageOf(facts));
  });
  const bare = (text: string): Statement => ({ name: undefined, text, values: [] });
  return [bare("BEGIN"), ...statements, bare("COMMIT")];
}

async function consumeFor(ctx: Context, connections: number, seconds: number, next: () => Facts): Promise<Timing> {
  const latenciesMs: number[] = [];
  const started = performance.now();
  const repeat = async () => {
    while (performance.now() - started < seconds * 1000) {
      const began = performance.now();
      await inTransaction(ctx, (tx) => consumeCredits(tx, ctx, usageOf(next())));
      latenciesMs.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, repeat));
  return timingOf(latenciesMs, performance.now() - started);
}
