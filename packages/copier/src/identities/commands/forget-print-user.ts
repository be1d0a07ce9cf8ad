import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { shownUser } from "../../rules/identity.ts";
import { lockUser } from "../queries/find-person.ts";
import type { ForgetPrintUserInput } from "../schema.ts";
import { userKeyOfHandle } from "../queries/user-handle.ts";

/**
 * Takes an assignment back for later jobs: a name that has gone to somebody else. Needs manageBookings. Throws not_found; the same
 * key again gets the same answer.
 */
export async function forgetPrintUser(
  ctx: Context,
  { idempotencyKey: key, userKey: handle }: Keyed<ForgetPrintUserInput>,
): Promise<{ ok: true }> {
  authorize(ctx, ...forgetPrintUser.needs);
  const request = { key, procedure: "printing.forgetUser", input: { handle } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const userKey = await userKeyOfHandle(tx, handle);
      await lockUser(tx, ctx, userKey);
      const gone = await tx.query(
        "DELETE FROM print_identities WHERE kind IN ('user_name', 'email') AND value = $1 RETURNING id",
        [userKey],
      );
      if (gone.length === 0) throw notFound("print_user");
      await emit(tx, ctx, {
        name: "print_user.forgotten",
        subjectType: "print_user",
        subjectId: ctx.organizationId,
        data: {},
        personal: { userKey: shownUser(userKey) },
      });
      return { ok: true };
    }),
  );
}
forgetPrintUser.needs = ["manageBookings"] as const;
