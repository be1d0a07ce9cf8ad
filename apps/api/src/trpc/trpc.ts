import { initTRPC, TRPCError } from "@trpc/server";
import type { Permissions } from "@working-social/directory/schema";
import { permissionsOf } from "@working-social/directory/rules";
import { notAllowed } from "@working-social/kernel";
import { ZodError } from "zod";
import type { RequestContext } from "./context.ts";
import { memberContext } from "./context.ts";
import { requireReadableText } from "./readable-text.ts";
import { refusalOf, withStatus } from "./refusals.ts";

const PING_MS = 15_000;

const t = initTRPC.context<RequestContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: PING_MS * 3 } },
  errorFormatter({ shape, error, ctx }) {
    const refusal = refusalOf(error, ctx?.requestId ?? "unknown");
    const { code, httpStatus, path } = shape.data;
    return {
      ...shape,
      message: refusal.code,
      data: { code, httpStatus, ...(path === undefined ? {} : { path }), refusal },
    };
  },
});

/** Limits each call, refuses unreadable text, and turns what a command threw into a status and a refusal. Faults of ours are logged here. */
const guarded = t.procedure.use(async ({ ctx, path, type, getRawInput, next }) => {
  const { services, requestId } = ctx;
  const refused = await refusing(async () => {
    await services.requestLimits.take(await callerOf(ctx), type);
    requireReadableText(await getRawInput());
  });
  if (refused) throw refused;
  const result = await next();
  if (result.ok) return result;
  const error = withStatus(result.error);
  if (error.code === "INTERNAL_SERVER_ERROR")
    services.log.error({ requestId, procedure: path, err: error.cause ?? error }, "a procedure failed");
  if (error.code === "SERVICE_UNAVAILABLE")
    services.log.warn({ requestId, procedure: path, reason: messageOf(error.cause) }, "the database does not answer");
  throw error;
});

async function refusing(work: () => Promise<unknown>): Promise<TRPCError | null> {
  try {
    await work();
    return null;
  } catch (cause) {
    if (cause instanceof TRPCError) return cause;
    const code = cause instanceof ZodError ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
    return withStatus(new TRPCError({ code, cause }));
  }
}

async function callerOf(ctx: RequestContext): Promise<string> {
  const session = await ctx.session();
  return session ? `user ${session.userId}` : `address ${ctx.clientAddress}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export const router = t.router;

/** For everybody, signed in or not. */
export const open = guarded;

/** For a signed-in person of the organization; `ctx.member` is the context that commands take. */
export const member = guarded.use(async ({ ctx, next }) => next({ ctx: await memberContext(ctx) }));

/** For members whose role gives one of the permissions. */
export function staff(...permissions: [keyof Permissions, ...(keyof Permissions)[]]) {
  return member.use(({ ctx, next }) => {
    const { actor } = ctx.member;
    const has = actor.kind === "person" ? permissionsOf(actor.role) : null;
    if (!has || !permissions.some((permission) => has[permission])) throw notAllowed(permissions[0]);
    return next();
  });
}
