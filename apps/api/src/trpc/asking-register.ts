import type { VatRegister } from "@working-social/billing";
import type { Context } from "@working-social/db";
import type { Needs } from "@working-social/kernel";
import type { z } from "zod";
import { needing } from "./trpc.ts";
import type { Mutation } from "./verb.ts";

interface AskingVerb<Input, Answer> {
  (ctx: Context, input: Input, register: VatRegister): Promise<Answer>;
  readonly needs: Needs;
}

/** A line of the router: a verb that looks a VAT id up, in the register that this server was given (`VAT_CHECK`). */
export function askingRegister<Schema extends z.ZodType, Answer>(
  verb: AskingVerb<z.output<Schema>, Answer>,
  schema: Schema,
): Mutation<z.input<Schema>, Answer>;
export function askingRegister(verb: AskingVerb<never, unknown>, schema: z.ZodType): unknown {
  return needing(verb)
    .input(schema)
    .mutation(({ ctx, input }) => verb(ctx.member, input as never, ctx.services.vatRegister));
}
