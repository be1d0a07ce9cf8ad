import { createHmac } from "node:crypto";
import type { Context } from "@working-social/db";
import type { Needs } from "@working-social/kernel";
import { actorId } from "@working-social/kernel";
import type { z } from "zod";
import { needing } from "./trpc/trpc.ts";
import type { Mutation } from "./trpc/verb.ts";

interface SecretVerb<Input, Answer> {
  (ctx: Context, input: Input, secret: Buffer): Promise<Answer>;
  readonly needs: Needs;
}

/**
 * A line of the router: a verb that makes a secret, which its answer tells and nothing keeps. A retry after a lost answer has to tell
 * the same one: it is the server's keyed hash of the caller's idempotency key. The database keeps a hash of that key as well, so
 * that whoever has the database, even together with the server's secret, can't make the secrets again.
 */
export function derivingSecret<Schema extends z.ZodType<{ idempotencyKey: string }>, Answer>(
  run: SecretVerb<z.output<Schema>, Answer>,
  schema: Schema,
): Mutation<z.input<Schema>, Answer>;
export function derivingSecret(
  run: SecretVerb<never, unknown>,
  schema: z.ZodType<{ idempotencyKey: string }>,
): unknown {
  return needing(run)
    .input(schema)
    .mutation(({ ctx, input }) => {
      const { services, member } = ctx;
      const { actor, organizationId } = member;
      const caller = actor.kind === "person" ? actor.personId : `${actor.kind} ${actorId(actor)}`;
      const hash = (purpose: string) =>
        createHmac("sha256", services.env.secret)
          .update(JSON.stringify([purpose, organizationId, caller, input.idempotencyKey]))
          .digest();
      const idempotencyKey = hash("key of what is told once").toString("base64url");
      return run(member, { ...input, idempotencyKey } as never, hash("what is told once"));
    });
}
