import type { Context, Database, Emitted, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import type { Clock, EpochMs } from "@working-social/kernel";
import { mintOrganizationId } from "@working-social/kernel";
import type { AnyEvent } from "./events.ts";
import { EVENTS } from "./events.ts";
import { ReactionJob, reactionsOf } from "./react.ts";
import type { Means, Reactions } from "./reaction.ts";

/**
 * Does one reaction of a job, in a transaction in which `complete` ends the job as well: killed anywhere, it is done once or tried
 * again. Rejects for an event or a reaction that this version doesn't know: the job is kept aside then, and others go on.
 */
export async function runReaction(
  { db, clock, reactions, means }: { db: Database; clock: Clock; reactions: Reactions; means: Means },
  job: unknown,
  complete: (tx: Sql) => Promise<void>,
): Promise<void> {
  const { organizationId, eventId, reaction: name } = ReactionJob.parse(job);
  const actor = { kind: "job", job: "react" } as const;
  const ctx: Context = { db, clock, actor, organizationId: mintOrganizationId(organizationId) };
  await inTransaction(ctx, async (tx) => {
    const event = await loadEvent(tx, ctx, eventId);
    const reaction = reactionsOf(reactions, event.name).after.find((one) => one.name === name);
    if (!reaction) throw new Error(`Nothing called ${name} follows from ${event.name} in this version.`);
    await complete(tx);
    await reaction.run(tx, ctx, event, means);
  });
}

interface EventRow {
  id: string;
  at: EpochMs;
  actorPersonId: string | null;
  name: string;
  subjectType: string;
  subjectId: string;
  data: unknown;
  personal: unknown;
}

/** As it was emitted. What was erased of it since then is not there: its reactions find nobody to write to. */
async function loadEvent(tx: Sql, ctx: Context, eventId: string): Promise<Emitted<AnyEvent>> {
  const [row] = await tx.query<EventRow>(
    `SELECT e.id, e.at, e.actor_person_id AS "actorPersonId", e.name, e.subject_type AS "subjectType", e.subject_id AS "subjectId",
       e.data, o.data AS personal
     FROM events e LEFT JOIN event_personal_data o ON o.organization_id = e.organization_id AND o.event_id = e.id
     WHERE e.organization_id = $1 AND e.id = $2`,
    [ctx.organizationId, eventId],
  );
  if (!row) throw new Error(`There is no event ${eventId}.`);
  const shape = Object.hasOwn(EVENTS, row.name) ? EVENTS[row.name] : undefined;
  if (!shape) throw new Error(`This version knows no event called ${row.name}.`);
  const data = shape.data.parse(row.data);
  const personal = shape.personal?.safeParse(row.personal ?? {}).data;
  return { ...row, data, personal } as Emitted<AnyEvent>;
}
