import type { SetUpOrganizationInput } from "@working-social/directory";
import { directoryError, needsSetup, setUpOrganization } from "@working-social/directory";
import { createUser, removeUser } from "./sign-in/create-user.ts";
import type { Limit } from "./sign-in/limits.ts";
import { serverRefusal } from "./trpc/refusals.ts";
import type { RequestContext } from "./trpc/context.ts";

const SET_UPS: Limit = { name: "set-up", points: 20, perSeconds: 3_600 };

/**
 * The first organization with its owner, who may then sign in with the password. Only while there is none; of several
 * tries at once one wins, and what the others made of sign-in is taken back.
 */
export async function createFirstOrganization(
  { services, clientAddress }: RequestContext,
  input: SetUpOrganizationInput,
): Promise<{ ok: true }> {
  const { db, clock, sharedLimits } = services;
  if (!(await needsSetup(db)).needsSetup) throw directoryError({ code: "already_set_up" });
  const retryAfterSeconds = await sharedLimits.take(SET_UPS, clientAddress);
  if (retryAfterSeconds !== null) throw serverRefusal("too_many", { code: "too_many_requests", retryAfterSeconds });
  const { ownerPassword: password, ...organization } = input;
  const user = await createUser(db.signInPool, clock, { email: input.ownerEmail, name: input.ownerName, password });
  try {
    await setUpOrganization(db, clock, organization, user.id);
    return { ok: true };
  } catch (error) {
    if (user.isNew) await removeUser(db.signInPool, user.id);
    throw error;
  }
}
