import { TRPCError } from "@trpc/server";
import { read } from "@working-social/db";
import type { Context } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { notFound } from "@working-social/kernel";
import type { LiveChange } from "../live.ts";
import type { Session } from "../session.ts";
import type { RequestContext } from "./context.ts";
import { serverRefusal, withStatus } from "./refusals.ts";

const RECHECK_MS = 30_000;

interface Subscription {
  ctx: RequestContext & { signedIn: Session; member: Context };
  locationId: string;
  /** When the reader's first answer was given, as the server dates answers (RFC 9110); absent: nobody knows. */
  since?: string | undefined;
  signal: AbortSignal | undefined;
  recheckMs?: number;
}

/**
 * What changes in a location, for as long as the session holds. Throws not_found for a foreign location, and
 * too_many_requests for a session or a process that has too many streams already.
 */
export async function liveChanges(subscription: Subscription): Promise<AsyncIterable<LiveChange, void>> {
  const { ctx, locationId } = subscription;
  const [location] = await read(ctx.member).query("SELECT FROM locations WHERE id = $1", [locationId]);
  if (!location) throw notFound("location");
  return whileSessionHolds(subscription, await ownersOf(ctx.member));
}
liveChanges.needs = ["useSpace"] as const;

interface WatchedSession {
  /** Aborts when the session is over. */
  readonly over: AbortSignal;
  leave(): void;
}

/** Looks at the session again when somebody's access may have ended, and now and then in case no message came. */
function watchSession({ ctx: { services, signedIn }, recheckMs = RECHECK_MS }: Subscription): WatchedSession {
  const over = new AbortController();
  const recheck = async () => {
    // While the database is away nobody can be judged; the next look decides.
    if (!(await services.gate.holds(signedIn).catch(() => true))) over.abort();
  };
  const leave = services.streams.add(signedIn, () => void recheck());
  const timer = setInterval(() => void recheck(), recheckMs);
  void recheck(); // it may have ended since it was looked up, before anybody could tell this stream
  return {
    over: over.signal,
    leave() {
      clearInterval(timer);
      leave();
    },
  };
}

async function* whileSessionHolds(
  subscription: Subscription,
  ownerIds: readonly string[],
): AsyncGenerator<LiveChange, void> {
  const { ctx, locationId, since, signal } = subscription;
  const { services, member } = ctx;
  const session = watchSession(subscription);
  try {
    yield* services.live.changes(
      member.organizationId,
      locationId,
      AbortSignal.any([session.over, ...(signal ? [signal] : [])]),
      instantOf(since),
      ownerIds,
    );
  } finally {
    session.leave();
  }
  if (session.over.aborted) throw signedOut();
  // The server stops: a broken connection makes the browser connect again, an orderly end would not.
  if (!signal?.aborted) ctx.response.destroy();
}

/** Whose credits the reader sees: their own, and their team's as it is now. */
async function ownersOf(member: Context): Promise<string[]> {
  if (member.actor.kind !== "person") return [];
  const { personId } = member.actor;
  const [person] = await read(member).query<{ teamId: string | null }>(
    `SELECT team_id AS "teamId" FROM people WHERE id = $1`,
    [personId],
  );
  return [personId, ...(person?.teamId ? [person.teamId] : [])];
}

/** The answer has begun, so the error takes the last step of the procedure's middleware by itself. */
function signedOut(): TRPCError {
  const cause = serverRefusal("unauthenticated", { code: "unauthenticated" });
  return withStatus(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
}

/** Whatever is no date says nothing. */
function instantOf(date: string | undefined): EpochMs | null {
  const instant = Date.parse(date ?? "");
  return Number.isNaN(instant) ? null : instant;
}
