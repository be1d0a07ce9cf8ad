import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type ReactNode } from "react";
import type { FailureCode } from "../sign-in/sign-in-failure.ts";
import { useHasApp } from "./account-query.ts";
import { ProofDialog } from "./proof-dialog.tsx";
import { provePassword } from "./prove-password.ts";

type Step = () => Promise<FailureCode | null>;

export interface Proof {
  /**
   * Does the step. Where the server wants a fresh proof that it is they, asks for one and does the step again. A password
   * that was just typed for the step is that proof, unless there is an app.
   */
  withProof: (step: Step, typedPassword?: string) => Promise<FailureCode | null>;
  /** Renders nothing until a proof is asked for. */
  dialog: ReactNode;
}

export function useProof(): Proof {
  const queries = useQueryClient();
  const hasApp = useHasApp() ?? false;
  const [isOpen, setIsOpen] = useState(false);
  const answer = useRef<(isProven: boolean) => void>(() => undefined);

  function ask(): Promise<FailureCode | null> {
    setIsOpen(true);
    return new Promise((resolve) => {
      answer.current = (isProven) => resolve(isProven ? null : "proofNeeded");
    });
  }
  function close(isProven: boolean) {
    setIsOpen(false);
    // A passkey proves by signing in anew: this browser's session is another one then.
    if (isProven) void queries.invalidateQueries({ queryKey: ["auth"] });
    answer.current(isProven);
  }
  async function withProof(step: Step, typedPassword?: string): Promise<FailureCode | null> {
    const failure = await step();
    if (failure !== "proofNeeded") return failure;
    const unproven = typedPassword !== undefined && !hasApp ? await provePassword(typedPassword) : await ask();
    return unproven ?? step();
  }
  return { withProof, dialog: isOpen && <ProofDialog hasApp={hasApp} onClose={close} /> };
}
