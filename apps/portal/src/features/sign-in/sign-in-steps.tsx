import { useState } from "react";
import { auth } from "../../lib/auth.ts";
import { CodeStep } from "./code-step.tsx";
import { EmailStep } from "./email-step.tsx";
import { FactorStep } from "./factor-step.tsx";
import { tryStep, type FailureCode } from "./sign-in-failure.ts";

export interface SignInStepsProps {
  initialEmail?: string;
  onSignedIn: () => void;
}

type Step = "email" | "code" | "factor";

/** Address, then code or password or passkey, then the second factor when there is one. */
export function SignInSteps({ initialEmail = "", onSignedIn }: SignInStepsProps) {
  const [step, setStep] = useState<Step>("email");
  const [email, setEmail] = useState(initialEmail);

  async function sendCode(): Promise<FailureCode | null> {
    const failure = await tryStep(() => auth.emailOtp.sendVerificationOtp({ email, type: "sign-in" }));
    if (failure === null) setStep("code");
    return failure;
  }
  async function signInByPassword(password: string): Promise<FailureCode | null> {
    let needsFactor = false;
    const failure = await tryStep(async () => {
      const answer = await auth.signIn.email({ email, password });
      needsFactor = answer.data !== null && "twoFactorRedirect" in answer.data;
      return answer;
    });
    if (failure !== null) return failure;
    if (needsFactor) setStep("factor");
    else onSignedIn();
    return null;
  }
  async function signInByPasskey(): Promise<FailureCode | null> {
    const failure = await tryStep(() => auth.signIn.passkey());
    if (failure === null) onSignedIn();
    return failure;
  }
  if (step === "factor") return <FactorStep onBack={() => setStep("email")} onSignedIn={onSignedIn} />;
  if (step === "code")
    return <CodeStep email={email} onResend={sendCode} onBack={() => setStep("email")} onSignedIn={onSignedIn} />;
  return (
    <EmailStep
      {...{ email, setEmail }}
      onSendCode={sendCode}
      onPassword={signInByPassword}
      onPasskey={signInByPasskey}
    />
  );
}
