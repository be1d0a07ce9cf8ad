import { read } from "@working-social/db";
import { notFound } from "@working-social/kernel";
import type { LiveChange } from "../live.ts";
import type { Session } from "../session.ts";
import type { RequestContext } from "./context.ts";
import { serverRefusal } from "./refusals.ts";

const RECHECK_MS = 30_000;

interface Subscription {
  ctx: RequestContext & { signedIn: Session };
  locationId: string;
  signal: AbortSignal | undefined;
}

/** What changes in a location, for as long as the session holds. A foreign location is not found. */
export async function* liveChanges({ ctx, locationId, signal }: Subscription): AsyncGenerator<LiveChange, void> {
  const { services, signedIn } = ctx;
  const member = signedIn.context;
  if (!member) return;
  const [location] = await read(member).query("SELECT FROM locations WHERE id = $1", [locationId]);
  if (!location) throw notFound("location");
  const revoked = new AbortController();
  const recheck = async () => {
    // While the database is away nobody can be judged; the next look decides.
    if (!(await services.gate.holds(signedIn).catch(() => true))) revoked.abort();
  };
  const timer = setInterval(() => void recheck(), RECHECK_MS);
  try {
    yield* services.live.changes(member.organizationId, locationId, AbortSignal.any([revoked.signal, ...(signal ? [signal] : [])]));
  } finally {
    clearInterval(timer);
  }
  if (revoked.signal.aborted) throw serverRefusal("unauthenticated", { code: "unauthenticated" });
  // The server stops: a broken connection makes the browser connect again, an orderly end would not.
  if (!signal?.aborted) ctx.response.destroy();
}
