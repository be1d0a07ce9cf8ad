import type { UseMutationOptions } from "@tanstack/react-query";
import { useAction, type Action, type ActionOptions } from "../../../lib/action.ts";
import { useIntention } from "../../../lib/idempotency.ts";

/**
 * `useAction` for what creates something: each opened form is one intention, so that a retry after a lost answer creates no
 * second one. What was created is another intention from then on.
 */
export function useCreate<Input extends { idempotencyKey: string }, Answer, Failure, Context>(
  mutation: UseMutationOptions<Answer, Failure, Input, Context>,
  { onDone }: Pick<ActionOptions<Input, Answer>, "onDone"> = {},
): Action<Omit<Input, "idempotencyKey">, Answer> {
  const intention = useIntention();
  const action = useAction(mutation, {
    onDone: (answer, input) => {
      intention.done();
      onDone?.(answer, input);
    },
  });
  const run = (input: Omit<Input, "idempotencyKey">) =>
    action.run({ ...input, idempotencyKey: intention.keyFor(input) } as Input);
  return { ...action, run };
}
