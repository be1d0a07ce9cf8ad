import { createHmac } from "node:crypto";
import type { Context, Keyed } from "@working-social/db";
import type { Services } from "./services.ts";

interface Caller {
  services: Services;
  member: Context;
}

type ToldOnce<Input, Answer> = (ctx: Context, input: Keyed<Input>, secret: Buffer) => Promise<Answer>;

/**
 * A resolver of a verb that makes a secret, which its answer tells and nothing keeps. A retry after a lost answer has to tell
 * the same one: it is the server's keyed hash of the caller's idempotency key. The database keeps a hash of that key as well, so
 * that whoever has the database, even together with the server's secret, can't make the secrets again.
 */
export function toldOnce<Input, Answer>(run: ToldOnce<Input, Answer>) {
  return ({ ctx, input }: { ctx: Caller; input: Input & { idempotencyKey: string } }): Promise<Answer> => {
    const { services, member } = ctx;
    const { actor, organizationId } = member;
    const caller = actor.kind === "person" ? actor.personId : "";
    const hash = (purpose: string) =>
      createHmac("sha256", services.env.secret)
        .update(JSON.stringify([purpose, organizationId, caller, input.idempotencyKey]))
        .digest();
    const idempotencyKey = hash("key of what is told once").toString("base64url");
    return run(member, { ...input, idempotencyKey }, hash("what is told once"));
  };
}
