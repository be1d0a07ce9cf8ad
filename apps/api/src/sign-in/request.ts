import type { GenericEndpointContext } from "better-auth";
import { getSessionFromCtx, isAPIError } from "better-auth/api";
import type { KnownBrowsers } from "./known-browser.ts";
import { CLIENT_ADDRESS_HEADER, networkOf } from "./network.ts";
import type { Trier } from "./purses.ts";

/** What better-auth gives to a hook. */
export type HookContext = GenericEndpointContext;

/** Who is signed in, or half-way there: past the password, before the second factor. */
export interface Account {
  readonly userId: string;
  readonly email: string;
  readonly hasFactor: boolean;
  /** Null half-way. */
  readonly session: { readonly token: string; readonly provenAt: Date | null } | null;
}

/** The account whose session, or else whose half-way cookie, came with the request. */
export async function accountOf(ctx: HookContext): Promise<Account | null> {
  const opened = await getSessionFromCtx(ctx);
  if (opened) {
    const { session, user } = opened as { session: { token: string; provenAt?: Date | null }; user: UserRow };
    return { ...rowOf(user), session: { token: session.token, provenAt: session.provenAt ?? null } };
  }
  const cookie = ctx.context.createAuthCookie("two_factor");
  const halfway = await ctx.getSignedCookie(cookie.name, ctx.context.secret);
  const challenge = halfway ? await ctx.context.internalAdapter.findVerificationValue(halfway) : null;
  const user = challenge ? await ctx.context.internalAdapter.findUserById(challenge.value) : null;
  return user ? { ...rowOf(user), session: null } : null;
}

interface UserRow {
  id: string;
  email: string;
  twoFactorEnabled?: boolean | null;
}

function rowOf({ id, email, twoFactorEnabled }: UserRow) {
  return { userId: id, email: email.toLowerCase(), hasFactor: twoFactorEnabled === true };
}

/** The address that somebody typed, in lower case as it is kept. */
export function typedAddress(ctx: HookContext): string | null {
  const email: unknown = ctx.body?.email;
  return typeof email === "string" ? email.toLowerCase() : null;
}

/** From where, and by which browser, somebody tries to get into the account of an address. An open session is a browser too. */
export function trierOf(ctx: HookContext, browsers: KnownBrowsers, address: string, account: Account | null): Trier {
  const network = networkOf(ctx.headers?.get(CLIENT_ADDRESS_HEADER) ?? "");
  const session = account?.session ? `session ${account.session.token}` : null;
  return { address, network, browserId: browsers.idOf(ctx.headers?.get("cookie"), address) ?? session };
}

/** What the endpoint answered, in a hook after it. */
export function answerOf(ctx: HookContext): unknown {
  return (ctx.context as HookContext["context"] & { returned?: unknown }).returned;
}

/** The code of the refusal that the endpoint answered, null when it did what was asked. */
export function refusalCode(ctx: HookContext): string | null {
  const returned = answerOf(ctx);
  return isAPIError(returned) ? String(returned.body?.code ?? returned.status) : null;
}
