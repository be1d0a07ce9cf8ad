import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { authorize, expectDefined, formatInstant } from "@working-social/kernel";
import { shownUser } from "../rules/identity.ts";
import type { KnownUserView, UnknownUserView } from "./schema.ts";
import { userHandle } from "./queries/user-handle.ts";

interface UnknownUserRow extends Omit<UnknownUserView, "userName" | "sides" | "firstAt" | "lastAt"> {
  /** Never null: a job was counted or estimated (print_jobs_have_a_size). */
  sides: number;
  /** Never null: the first of a group, which has one at least. */
  jobId: string;
  firstAt: EpochMs;
  lastAt: EpochMs;
}

/** Who printed and is nobody yet, most pages first. Needs manageBookings: the front desk. */
export async function unknownPrintUsers(ctx: Context): Promise<UnknownUserView[]> {
  authorize(ctx, ...unknownPrintUsers.needs);
  const rows = await read(ctx).query<UnknownUserRow>(
    `SELECT user_key AS "userKey", (array_agg(id ORDER BY id))[1] AS "jobId", count(*)::int AS "jobCount", sum(coalesce(counted_sides, estimated_sides))::int AS sides,
       min(coalesce(printed_at, created_at)) AS "firstAt", max(coalesce(printed_at, created_at)) AS "lastAt"
     FROM print_jobs WHERE status = 'unassigned' GROUP BY user_key ORDER BY sides DESC, user_key LIMIT 500`,
  );
  return rows.map(({ jobId, userKey, ...row }) => ({
    ...row,
    userKey: userHandle(userKey, jobId),
    userName: shownUser(userKey),
    firstAt: formatInstant(row.firstAt),
    lastAt: formatInstant(row.lastAt),
  }));
}
unknownPrintUsers.needs = ["manageBookings"] as const;

/** Who was named by hand, by the name that the print systems tell. Needs manageBookings. */
export async function knownPrintUsers(ctx: Context): Promise<KnownUserView[]> {
  authorize(ctx, ...knownPrintUsers.needs);
  const rows = await read(ctx).query<{
    id: string;
    userKey: string;
    personId: string | null;
    name: string | null;
    since: EpochMs;
  }>(
    `SELECT i.id, i.value AS "userKey", p.id AS "personId", p.name, i.created_at AS since
     FROM print_identities i LEFT JOIN people p ON p.id = i.person_id
     WHERE i.organization_id = $1::uuid AND i.kind IN ('user_name', 'email') ORDER BY i.value LIMIT 2000`,
    [ctx.organizationId],
  );
  return rows.map(({ id, userKey, personId, name, since }) => ({
    userKey: userHandle(userKey, id),
    userName: shownUser(userKey),
    person: personId === null ? null : { id: personId, name: expectDefined(name, "A person has no name.") },
    since: formatInstant(since),
  }));
}
knownPrintUsers.needs = ["manageBookings"] as const;
