import type { Context } from "@working-social/db";

/** A resolver that calls a domain's verb with the caller's context and the input. */
export function verb<Input, Output>(run: (ctx: Context, input: Input) => Output) {
  return ({ ctx, input }: { ctx: { member: Context }; input: Input }): Output => run(ctx.member, input);
}
