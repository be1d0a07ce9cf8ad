import type { SetUpOrganizationInput } from "@working-social/directory";
import { directoryError, needsSetup, setUpOrganization } from "@working-social/directory";
import { isSetUpCode } from "./set-up-code.ts";
import { isCommonPassword } from "./sign-in/common-password.ts";
import { createUser, removeUser } from "./sign-in/create-user.ts";
import type { Limit } from "./sign-in/limits.ts";
import { serverRefusal } from "./trpc/refusals.ts";
import type { RequestContext } from "./trpc/context.ts";

const SET_UPS: Limit = { name: "set-up", points: 10, perSeconds: 3_600 };

/** Whether the installation is still empty, and whether this caller needs the code that the server printed. */
export async function askForSetUp(ctx: RequestContext): Promise<{ needsSetup: boolean; needsCode: boolean }> {
  const state = await needsSetup(ctx.services.db);
  return { ...state, needsCode: state.needsSetup && !ctx.isThisMachine };
}

/**
 * The first organization with its owner, who may then sign in with the password. Only while there is none; of several
 * tries at once one wins, and what the others made of sign-in is taken back. From elsewhere than this machine it takes the
 * code that the server printed. Throws already_set_up, wrong_set_up_code, password_too_common and too_many_requests.
 */
export async function createFirstOrganization(
  { services, clientNetwork, isThisMachine }: RequestContext,
  input: SetUpOrganizationInput,
): Promise<{ ok: true }> {
  const { db, clock, sharedLimits, env } = services;
  if (!(await needsSetup(db)).needsSetup) throw directoryError({ code: "already_set_up" });
  const retryAfterSeconds = await sharedLimits.take(SET_UPS, clientNetwork);
  if (retryAfterSeconds !== null) throw serverRefusal("too_many", { code: "too_many_requests", retryAfterSeconds });
  const { ownerPassword: password, code, ...organization } = input;
  if (isCommonPassword(password)) throw serverRefusal("bad_input", { code: "password_too_common" });
  if (!isThisMachine && !isSetUpCode(code, env.secret)) throw serverRefusal("forbidden", { code: "wrong_set_up_code" });
  const user = await createUser(db.signInPool, clock, { email: input.ownerEmail, name: input.ownerName, password });
  try {
    await setUpOrganization(db, clock, organization, user.id);
    return { ok: true };
  } catch (error) {
    if (user.isNew) await removeUser(db.signInPool, user.id);
    throw error;
  }
}
