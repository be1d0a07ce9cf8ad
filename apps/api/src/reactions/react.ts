import type { Emitted, React } from "@working-social/db";
import type { JobQueue } from "@working-social/notify";
import { z } from "zod";
import type { AnyEvent } from "./events.ts";
import type { After, Reactions, Within } from "./reaction.ts";

/** The queue of reactions after an event. */
export const REACT = "events.react";

/** A reaction that waits. Jobs of all organizations lie in one table: it holds ids and words of the program. */
export const ReactionJob = z.strictObject({ organizationId: z.uuid(), eventId: z.uuid(), reaction: z.string() });
export type ReactionJob = z.infer<typeof ReactionJob>;

/** What `openDatabase` does with each event: reactions within its transaction, and a job there for each after it. */
export function reactTo(reactions: Reactions, jobs: JobQueue): React {
  return async (tx, ctx, event) => {
    const { within, after } = reactionsOf(reactions, event.name);
    const known = event as Emitted<AnyEvent>;
    for (const react of within) await react(tx, ctx, known);
    for (const { name } of after.filter((reaction) => reaction.concerns(known))) {
      const data: ReactionJob = { organizationId: ctx.organizationId, eventId: event.id, reaction: name };
      await jobs.enqueue(tx, { name: REACT, data });
    }
  };
}

/**
 * Those of an event of this name. The table pairs each name with reactions to just that event, which the compiler has checked
 * where it is written; looked up by a name of any kind, it can't say so any more.
 */
export function reactionsOf(
  reactions: Reactions,
  name: string,
): { within: Within<AnyEvent>[]; after: After<AnyEvent>[] } {
  const found = Object.hasOwn(reactions, name) ? reactions[name as AnyEvent["name"]] : undefined;
  return {
    within: [...(found?.within ?? [])] as Within<AnyEvent>[],
    after: [...(found?.after ?? [])] as After<AnyEvent>[],
  };
}
