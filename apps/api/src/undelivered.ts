import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import { SEND_MAIL } from "@working-social/notify";
import { REACT } from "./reactions/react.ts";
import type { Services } from "./services.ts";

/** What was to follow from something and did not, though it was tried for an hour. */
export interface UndeliveredView {
  id: string;
  at: string;
  /** Of a mail that could not be sent; null for what could not even be written. */
  mail: { to: string; subject: string } | null;
  /** The event that it follows from; null for a mail. */
  event: string | null;
}

interface Row {
  id: string;
  at: EpochMs;
  to: string | null;
  subject: string | null;
  event: string | null;
}

/** The newest that are shown; all of them are tried again. */
const SHOWN = 20;

/** Of the caller's organization, the newest first. For staff, who are asked why nothing came. */
export async function listUndelivered({ member }: { member: Context }): Promise<UndeliveredView[]> {
  const rows = await read(member).query<Row>(
    `SELECT j.id, j.created_on AS at, m.message ->> 'to' AS "to", m.message ->> 'subject' AS subject, e.name AS event
     FROM jobs.job j
     LEFT JOIN mails m ON m.organization_id = $1::uuid AND m.id = (j.data ->> 'mailId')::uuid
     LEFT JOIN events e ON e.organization_id = $1::uuid AND e.id = (j.data ->> 'eventId')::uuid
     WHERE j.name IN ($2, $3) AND j.state = 'created' AND j.data ->> 'organizationId' = $1::text AND (m.id IS NOT NULL OR e.id IS NOT NULL)
     ORDER BY j.created_on DESC, j.id LIMIT $4`,
    [member.organizationId, `${SEND_MAIL}.failed`, `${REACT}.failed`, SHOWN],
  );
  return rows.map(({ id, at, to, subject, event }) => ({
    id,
    at: formatInstant(at),
    mail: to === null || subject === null ? null : { to, subject },
    event,
  }));
}
listUndelivered.needs = ["manageBookings"] as const;

/** Tries all of it again, in the order of its time. */
export async function retryUndelivered({
  services,
  member,
}: {
  services: Services;
  member: Context;
}): Promise<{ retried: number }> {
  return { retried: await services.jobs.retryFailed(member.organizationId) };
}
retryUndelivered.needs = ["manageBookings"] as const;
