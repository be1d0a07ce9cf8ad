import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import { authorize, newId, notFound } from "@working-social/kernel";
import { emit } from "../events.ts";
import { settleAssigned } from "../jobs/steps/settle-job.ts";
import { mailboxOf, shownUser } from "../rules/identity.ts";
import { lockUser } from "../identities/queries/find-person.ts";
import type { AssignedUser, AssignUnknownUserInput } from "../identities/schema.ts";
import { userKeyOfHandle } from "../identities/queries/user-handle.ts";

/**
 * Says who a user of the print systems is, once and for all: the jobs that waited are settled, later ones find their owner
 * by themselves. Assigning again changes later jobs only. Needs manageBookings. Throws not_found for the person.
 */
export async function assignUnknownUser(
  ctx: Context,
  { userKey: handle, personId }: AssignUnknownUserInput,
): Promise<AssignedUser> {
  authorize(ctx, ...assignUnknownUser.needs);
  return inTransaction(ctx, async (tx) => {
    if (personId !== null && (await tx.query("SELECT FROM people WHERE id = $1", [personId])).length === 0)
      throw notFound("person");
    const userKey = await userKeyOfHandle(tx, handle);
    await lockUser(tx, ctx, userKey);
    await tx.query(
      `INSERT INTO print_identities (id, organization_id, person_id, kind, value, created_at) VALUES ($1, $2, $3, $4::print_identity_kind, $5, $6)
       ON CONFLICT (organization_id, kind, value) DO UPDATE SET person_id = excluded.person_id`,
      [
        newId(),
        ctx.organizationId,
        personId,
        mailboxOf(userKey) === null ? "user_name" : "email",
        userKey,
        timestamp(ctx.clock.now()),
      ],
    );
    const settledJobs = await settleAssigned(tx, ctx, userKey, personId);
    await emit(tx, ctx, {
      name: "print_user.assigned",
      subjectType: "print_user",
      subjectId: personId ?? ctx.organizationId,
      data: { personId, settledJobs },
      personal: { userKey: shownUser(userKey) },
    });
    return { userKey: handle, personId, settledJobs };
  });
}
assignUnknownUser.needs = ["manageBookings"] as const;
