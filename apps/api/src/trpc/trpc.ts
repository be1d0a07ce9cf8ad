import { initTRPC, TRPCError } from "@trpc/server";
import type { Permission } from "@working-social/kernel";
import { may, notAllowed } from "@working-social/kernel";
import { currentRequestId } from "../http/request-id.ts";
import type { RequestContext } from "./context.ts";
import { memberContext } from "./context.ts";
import { unreadableParts } from "./readable-input.ts";
import { refusalOf, serverRefusal, withStatus } from "./refusals.ts";

const PING_MS = 15_000;

const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: PING_MS * 3 } },
  errorFormatter({ shape, error }) {
    const refusal = refusalOf(error, currentRequestId());
    const { code, httpStatus, path } = shape.data;
    return {
      ...shape,
      message: refusal.code,
      data: { code, httpStatus, ...(path === undefined ? {} : { path }), refusal },
    };
  },
});

/** Limits each call, refuses unreadable input, and turns what a command threw into a status and a refusal. */
const guarded = t.procedure.use(async ({ ctx, type, getRawInput, next }) => {
  const refused = await refusing(async () => {
    await ctx.services.requestLimits.take(await callerOf(ctx), type);
    const issues = unreadableParts(await getRawInput());
    if (issues.length > 0) throw serverRefusal("bad_input", { code: "bad_input", issues });
  });
  if (refused) throw refused;
  const result = await next();
  if (result.ok) return result;
  throw withStatus(result.error);
});

async function refusing(work: () => Promise<unknown>): Promise<TRPCError | null> {
  try {
    await work();
    return null;
  } catch (cause) {
    if (cause instanceof TRPCError) return cause;
    return withStatus(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause }));
  }
}

async function callerOf(ctx: RequestContext): Promise<string> {
  const session = await ctx.session();
  return session ? `user ${session.userId}` : `network ${ctx.clientNetwork}`;
}

export const router = t.router;

/** For everybody, signed in or not. */
export const open = guarded;

/** For a signed-in person of the organization; `ctx.member` is the context that commands take. */
export const member = guarded.use(async ({ ctx, next }) => next({ ctx: await memberContext(ctx) }));

/** For members whose role gives one of the permissions. */
export function staff(...permissions: [Permission, ...Permission[]]) {
  return member.use(({ ctx, next }) => {
    const { actor } = ctx.member;
    if (!permissions.some((permission) => may(actor, permission))) throw notAllowed(permissions[0]);
    return next();
  });
}
