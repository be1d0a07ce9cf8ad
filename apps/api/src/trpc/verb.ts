import type { TRPCMutationProcedure, TRPCQueryProcedure } from "@trpc/server";
import type { Context } from "@working-social/db";
import type { Needs } from "@working-social/kernel";
import type { z } from "zod";
import type { Meta } from "./trpc.ts";
import { needing } from "./trpc.ts";

/** A verb of a domain: what it does, and beside it what whoever asks for it needs. One without `needs` is no verb. */
export interface Verb<Input, Answer> {
  (ctx: Context, input: Input): Promise<Answer>;
  readonly needs: Needs;
}

interface Shape<Input, Answer> {
  meta: Meta;
  input: Input;
  output: Answer;
}
/** tRPC's builder can't tell the types of what it builds from a schema that is still to come. */
type Query<Input, Answer> = TRPCQueryProcedure<Shape<Input, Answer>>;
export type Mutation<Input, Answer> = TRPCMutationProcedure<Shape<Input, Answer>>;

/** A line of the router: a verb that only looks, for whoever has what it needs. */
export function query<Answer>(verb: Verb<void, Answer>): Query<void, Answer>;
export function query<Schema extends z.ZodType, Answer>(
  verb: Verb<z.output<Schema>, Answer>,
  schema: Schema,
): Query<z.input<Schema>, Answer>;
export function query(verb: Verb<never, unknown>, schema?: z.ZodType): unknown {
  return withInput(verb, schema).query(({ ctx, input }) => verb(ctx.member, input as never));
}

/** A line of the router: a verb that changes something. */
export function mutation<Answer>(verb: Verb<void, Answer>): Mutation<void, Answer>;
export function mutation<Schema extends z.ZodType, Answer>(
  verb: Verb<z.output<Schema>, Answer>,
  schema: Schema,
): Mutation<z.input<Schema>, Answer>;
export function mutation(verb: Verb<never, unknown>, schema?: z.ZodType): unknown {
  return withInput(verb, schema).mutation(({ ctx, input }) => verb(ctx.member, input as never));
}

function withInput(verb: Verb<never, unknown>, schema: z.ZodType | undefined) {
  const procedure = needing(verb);
  return schema === undefined ? procedure : procedure.input(schema);
}
