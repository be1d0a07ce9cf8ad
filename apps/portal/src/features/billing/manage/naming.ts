import type { Action } from "../../../lib/action.ts";

type Verb<Input, Answer> = Pick<Action<Input, Answer>, "run" | "isPending" | "refusal" | "reset">;

/** A verb whose answer has a name to say, where what it answers is called otherwise. */
export function naming<Input, Answer extends object>(
  { run, ...rest }: Verb<Input, Answer>,
  named: (answer: Answer) => Answer & { name: string },
): Verb<Input, Answer & { name: string }> {
  return { ...rest, run: (input, then) => run(input, (answer) => then?.(named(answer))) };
}
