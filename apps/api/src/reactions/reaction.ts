import type { Context, Emitted, Sql } from "@working-social/db";
import type { JobQueue } from "@working-social/notify";
import type { AnyEvent, EventNamed } from "./events.ts";

/** What reactions after an event work with. */
export interface Means {
  readonly jobs: JobQueue;
  /** Where the links of mails lead. */
  readonly publicUrl: string;
}

/** Done in the event's own transaction, since the answer must show it. A fault takes everything back. */
export type Within<Event extends AnyEvent> = (tx: Sql, ctx: Context, event: Emitted<Event>) => Promise<void>;

/**
 * Done after the event: a job that is queued in its transaction and has one of its own, which ends with the job or not at all. What
 * it does outside the database, such as a mail, is queued there again.
 */
export interface After<Event extends AnyEvent> {
  /** The job's word for it: it stays what it is as long as jobs may wait. */
  readonly name: string;
  /** By the event alone: where nobody is concerned there is no job. */
  concerns(event: Emitted<Event>): boolean;
  run(tx: Sql, ctx: Context, event: Emitted<Event>, means: Means): Promise<void>;
}

/** event → reactions. */
export type Reactions = {
  readonly [Name in AnyEvent["name"]]?: {
    readonly within?: readonly Within<EventNamed<Name>>[];
    readonly after?: readonly After<EventNamed<Name>>[];
  };
};
