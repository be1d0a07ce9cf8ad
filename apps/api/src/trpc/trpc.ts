import { initTRPC, TRPCError } from "@trpc/server";
import { authorize } from "@working-social/kernel";
import type { Needs } from "@working-social/kernel";
import { currentRequestId } from "../http/request-id.ts";
import type { RequestContext } from "./context.ts";
import { memberContext } from "./context.ts";
import { unreadableParts } from "./readable-input.ts";
import { refusalOf, serverRefusal, withStatus } from "./refusals.ts";

const PING_MS = 15_000;

/** What a procedure says of itself: what its verb needs of the caller, for the gate and for the test that walks them all. */
export interface Meta {
  readonly needs: Needs | "nothing";
}

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
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
export const open = guarded.meta({ needs: "nothing" });

/** For members who have one of the permissions that the verb needs; `ctx.member` is the context that verbs take. */
export function needing({ needs }: { readonly needs: Needs }) {
  return guarded
    .meta({ needs })
    .use(async ({ ctx, next }) => next({ ctx: await memberContext(ctx) }))
    .use(({ ctx, next }) => {
      authorize(ctx.member, ...needs);
      return next();
    });
}
