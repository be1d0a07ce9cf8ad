import type { UseMutationOptions } from "@tanstack/react-query";
import { useAction, type Action, type ActionOptions } from "./action.ts";
import { useIntention } from "./idempotency.ts";

/**
 * `useAction` for what asks for a key: each opened form is one intention, so that a retry after a lost answer does nothing twice.
 * Once it is done, the same again is another intention.
 */
export function useKeyedAction<Input extends { idempotencyKey: string }, Answer, Failure, Context>(
  mutation: UseMutationOptions<Answer, Failure, Input, Context>,
  options: ActionOptions<Input, Answer> = {},
): Action<Omit<Input, "idempotencyKey">, Answer> {
  const intention = useIntention();
  const action = useAction(mutation, {
    ...options,
    onDone: (answer, input) => {
      intention.done();
      options.onDone?.(answer, input);
    },
  });
  const run = (input: Omit<Input, "idempotencyKey">, then?: (answer: Answer) => void) =>
    action.run({ ...input, idempotencyKey: intention.keyFor(input) } as Input, then);
  return { ...action, run };
}
