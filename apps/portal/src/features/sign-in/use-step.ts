import { useRef, useState } from "react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { signInTexts } from "./sign-in-texts.ts";
import { failureText, type FailureCode } from "./sign-in-failure.ts";

export interface RunningStep {
  run: (step: () => Promise<FailureCode | null>) => Promise<FailureCode | null>;
  isPending: boolean;
  /** Why the last try did not work, in words. */
  problem: string | null;
  clear: () => void;
}

/** One step at a time: pending while it runs, the sentence when it fails. */
export function useStep(): RunningStep {
  const texts = useTexts(signInTexts);
  const isRunning = useRef(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  async function run(step: () => Promise<FailureCode | null>): Promise<FailureCode | null> {
    // A second press, or Enter behind the last digit, is the same step: nobody goes on from it twice.
    if (isRunning.current) return new Promise(() => undefined);
    isRunning.current = true;
    setIsPending(true);
    setFailure(null);
    const result = await step();
    isRunning.current = false;
    setIsPending(false);
    setFailure(result);
    return result;
  }
  return { run, isPending, problem: failure && failureText(failure, texts), clear: () => setFailure(null) };
}
