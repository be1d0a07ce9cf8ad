import type { Actor, EpochMs } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { z } from "zod";
import type { Context } from "./context.ts";
import type { Sql } from "./sql.ts";
import { timestamp } from "./sql.ts";

/** What a domain declares of one event in its `events.ts`. */
export interface EventShape {
  /** The nouns that it may have happened to. */
  readonly subject: readonly [string, ...string[]];
  /** Facts: ids, instants, amounts, codes. Never a secret, and nothing that names a person. */
  readonly data: z.ZodType<object>;
  /** What names a person, or what somebody typed about one: it lies apart, where erasure finds it. */
  readonly personal?: z.ZodType<object>;
}

/** The events of a domain by name, noun.participle: booking.created. */
export type EventTable = Readonly<Record<string, EventShape>>;

/** The closed union that a table declares: what its domain may say has happened. */
export type EventsOf<Table extends EventTable> = {
  [Name in keyof Table & string]: {
    readonly name: Name;
    readonly subjectType: Table[Name]["subject"][number];
    readonly subjectId: string;
    readonly data: z.output<Table[Name]["data"]>;
    /** Why, in the words of whoever did it; kept with what is personal. */
    readonly reason?: string | null;
  } & (Table[Name]["personal"] extends z.ZodType<object>
    ? { readonly personal: z.output<Table[Name]["personal"]> }
    : { readonly personal?: undefined });
}[keyof Table & string];

/** Any event, for what treats all alike. */
export interface DomainEvent {
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: object;
  readonly personal?: object | undefined;
  readonly reason?: string | null;
}

/** An event as it stands in the table. */
export type Emitted<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: string;
  readonly at: EpochMs;
  /** The person who did it; null: a device, a job or an import. */
  readonly actorPersonId: string | null;
};

/** What follows from an event in its own transaction; `openDatabase` is given it, so that it follows whoever acts. */
export type React = (tx: Sql, ctx: Context, event: Emitted) => Promise<void>;

/**
 * The one way to say that something has happened: who did what to what, written in the transaction that does it, for ever, and
 * with it whatever follows (`apps/api/src/reactions`). Each domain has it with its own union, as `emit` of its `events.ts`.
 */
export function emitter<Table extends EventTable>(_table: Table) {
  return (tx: Sql, ctx: Context, event: EventsOf<Table>): Promise<void> => emitEvent(tx, ctx, event);
}

const INSERT_EVENT = `INSERT INTO events (id, organization_id, at, actor_kind, actor_person_id, name, subject_type, subject_id, data)
  VALUES ($id::uuid, $organizationId::uuid, $at::timestamptz, $actorKind, $actorPersonId::uuid, $name, $subjectType, $subjectId::uuid, $data::jsonb)`;
const WITH_PERSONAL = `WITH event AS (${INSERT_EVENT} RETURNING id, organization_id)
  INSERT INTO event_personal_data (event_id, organization_id, data) SELECT id, organization_id, $personal::jsonb FROM event`;

async function emitEvent(tx: Sql, ctx: Context, event: DomainEvent): Promise<void> {
  const { actor } = ctx;
  const actorPersonId = actor.kind === "person" ? actor.personId : null;
  const emitted = { ...event, id: newId(), at: ctx.clock.now(), actorPersonId };
  const row = {
    id: emitted.id,
    organizationId: ctx.organizationId,
    at: timestamp(emitted.at),
    actorKind: actor.kind,
    actorPersonId,
    name: event.name,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    data: JSON.stringify({ ...whoElse(actor), ...event.data }),
  };
  const personal = personalOf(event);
  if (personal === null) await tx.query(INSERT_EVENT, row);
  else await tx.query(WITH_PERSONAL, { ...row, personal: JSON.stringify(personal) });
  await ctx.db.react(tx, ctx, emitted);
}

/** null: there is nothing personal about it. */
function personalOf({ personal = {}, reason }: DomainEvent): object | null {
  const known = Object.entries({ ...personal, reason }).filter(([, value]) => !isEmpty(value));
  return known.length > 0 ? Object.fromEntries(known) : null;
}

function isEmpty(value: unknown): boolean {
  return value == null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

/** Which job, device, key, guest or file it was, where it was not a person; what a key was given is not part of it. */
function whoElse(actor: Actor): object {
  if (actor.kind === "person") return {};
  return { actor: actor.kind === "api_key" ? { kind: actor.kind, keyId: actor.keyId } : actor };
}
