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

/** What changes in a location, for as long as the session holds. Throws not_found for a foreign location. */
export async function liveChanges(subscription: Subscription): Promise<AsyncIterable<LiveChange, void>> {
  const { ctx, locationId } = subscription;
  const [location] = await read(ctx.member).query("SELECT FROM locations WHERE id = $1", [locationId]);
  if (!location) throw notFound("location");
  return whileSessionHolds(subscription);
}

async function* whileSessionHolds({
  ctx,
  locationId,
  since,
  signal,
  recheckMs = RECHECK_MS,
}: Subscription): AsyncGenerator<LiveChange, void> {
  const { services, signedIn, member } = ctx;
  const revoked = new AbortController();
  const recheck = async () => {
    // While the database is away nobody can be judged; the next look decides.
    if (!(await services.gate.holds(signedIn).catch(() => true))) revoked.abort();
  };
  const timer = setInterval(() => void recheck(), recheckMs);
  try {
    yield* services.live.changes(
      member.organizationId,
      locationId,
      AbortSignal.any([revoked.signal, ...(signal ? [signal] : [])]),
      instantOf(since),
    );
  } finally {
    clearInterval(timer);
  }
  if (revoked.signal.aborted) throw signedOut();
  // The server stops: a broken connection makes the browser connect again, an orderly end would not.
  if (!signal?.aborted) ctx.response.destroy();
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
