import type { Context } from "@working-social/db";
import { inTransaction, read } from "@working-social/db";
import { emit } from "../../events.ts";
import { authorize } from "@working-social/kernel";
import type { PersonIdInput, PersonView } from "../../schema.ts";
import { lockPeople, requireAnotherOwner } from "../steps/require-another-owner.ts";
import { requirePerson } from "../queries.ts";

/**
 * Locks a person out: the next request of any session and any calendar feed of theirs is refused. Their bookings stay.
 * Repeating it changes nothing. Needs managePeople, and manageRoles for a role above member. Throws last_owner, not_found.
 */
export async function suspendPerson(ctx: Context, { id }: PersonIdInput): Promise<PersonView> {
  authorize(ctx, ...suspendPerson.needs);
  const person = await inTransaction(ctx, async (tx) => {
    await lockPeople(tx, ctx.organizationId);
    const before = await requirePerson(tx, id);
    if (before.role !== "member") authorize(ctx, "manageRoles");
    if (before.status === "suspended") return before;
    if (before.role === "owner" && before.status === "active") await requireAnotherOwner(tx, ctx.organizationId, id);
    await tx.query("UPDATE people SET status = 'suspended' WHERE id = $1", [id]);
    await emit(tx, ctx, { name: "person.suspended", subjectType: "person", subjectId: id, data: {} });
    return requirePerson(tx, id);
  });
  await endSessions(ctx, id);
  return person;
}
suspendPerson.needs = ["managePeople"] as const;

/**
 * Ends the sessions of a user who belongs nowhere any more. It needs no transaction with the above: the session gate
 * already sees no active person, and this only keeps dead sessions from lying about.
 */
async function endSessions(ctx: Context, personId: string): Promise<void> {
  const [user] = await read(ctx).query<{ user_id: string }>(
    `SELECT p.user_id FROM people p
     WHERE p.id = $1 AND p.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM memberships_of_user(p.user_id))`,
    [personId],
  );
  if (user) await ctx.db.signInPool.query("DELETE FROM sessions WHERE user_id = $1", [user.user_id]);
}
