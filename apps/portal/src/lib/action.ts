import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { toast } from "@working-social/ui";
import { useRef } from "react";
import { refusalOf, refusalSentence, type AppRefusal } from "./refusals.ts";

export interface ActionOptions<Input, Answer> {
  onDone?: (answer: Answer, input: Input) => void;
  onRefused?: (refusal: AppRefusal, input: Input) => void;
  /** toast: for actions that stand alone. inPlace: the form shows `refusal` itself. */
  refusals?: "toast" | "inPlace";
}

export interface Action<Input, Answer> {
  /** Does it; a second press while it is under way does nothing. `then`: what follows this time, beside `onDone`. */
  run: (input: Input, then?: (answer: Answer) => void) => void;
  isPending: boolean;
  /** Why the last try was refused, until the next one. */
  refusal: AppRefusal | null;
  /** Forgets the refusal, when the person changed what it was about. */
  reset: () => void;
  answer: Answer | undefined;
}

/**
 * The one way to change something: `useAction(trpc.bookings.book.mutationOptions(), { onDone })`. Refusals come back as
 * data for sentences; an ended session opens the sign-in on top by itself.
 */
export function useAction<Input, Answer, Failure, Context>(
  mutation: UseMutationOptions<Answer, Failure, Input, Context>,
  { onDone, onRefused, refusals = "inPlace" }: ActionOptions<Input, Answer> = {},
): Action<Input, Answer> {
  const isRunning = useRef(false);
  const { mutate, isPending, error, reset, data } = useMutation(mutation);

  function refused(failure: unknown, input: Input) {
    const refusal = refusalOf(failure);
    if (refusals === "toast" && refusal.code !== "unauthenticated")
      toast({ title: refusalSentence(refusal), tone: "red" });
    onRefused?.(refusal, input);
  }
  function run(input: Input, then?: (answer: Answer) => void) {
    if (isRunning.current) return;
    isRunning.current = true;
    mutate(input, {
      onSuccess: (answer) => {
        onDone?.(answer, input);
        then?.(answer);
      },
      onError: (failure) => refused(failure, input),
      onSettled: () => {
        isRunning.current = false;
      },
    });
  }
  return { run, isPending, refusal: error === null ? null : refusalOf(error), reset, answer: data };
}
