import { Button, Form, FormActions, FormError, toast } from "@working-social/ui";
import { useEffect, useState, type FormEvent } from "react";
import { auth } from "../../lib/auth.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { signInTexts } from "./sign-in-texts.ts";
import { CodeField, isWholeCode } from "./code-field.tsx";
import { failureText, tryStep, type FailureCode } from "./sign-in-failure.ts";
import { useStep } from "./use-step.ts";

interface CodeStepProps {
  email: string;
  onResend: () => Promise<FailureCode | null>;
  onBack: () => void;
  onSignedIn: () => void;
}

/** The six digits from the mail: typed, pasted or filled in by the browser; complete ones are sent at once. */
export function CodeStep({ email, onResend, onBack, onSignedIn }: CodeStepProps) {
  const texts = useTexts(signInTexts);
  const step = useStep();
  const [code, setCode] = useState("");

  async function signIn(otp: string) {
    const failure = await step.run(() => tryStep(() => auth.signIn.emailOtp({ email, otp })));
    if (failure === null) onSignedIn();
  }
  function type(typed: string) {
    setCode(typed);
    step.clear();
    if (isWholeCode(typed)) void signIn(typed);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isWholeCode(code)) void signIn(code);
  }
  return (
    <Form onSubmit={submit}>
      <p role="status" className="text-second">
        {texts.codeSent(email)}
      </p>
      <FormError>{step.problem}</FormError>
      <CodeField label={texts.code} description={texts.codeHint} value={code} onChange={type} />
      <FormActions className="flex-col items-stretch">
        <Button type="submit" variant="primary" size="large" className="w-full" isPending={step.isPending}>
          {texts.signIn}
        </Button>
        <ResendButton onResend={onResend} />
        <Button variant="quiet" className="w-full" onPress={onBack}>
          {texts.otherEmail}
        </Button>
      </FormActions>
    </Form>
  );
}

const patienceSeconds = 30;

/** Another code, but not every second: the mail may just be slow. */
function ResendButton({ onResend }: { onResend: () => Promise<FailureCode | null> }) {
  const texts = useTexts(signInTexts);
  const [secondsLeft, setSecondsLeft] = useState(patienceSeconds);
  const isWaiting = secondsLeft > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setSecondsLeft((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, [isWaiting]);

  async function resend() {
    const failure = await onResend();
    if (failure === null) toast({ title: texts.resent });
    else toast({ title: failureText(failure, texts), tone: "red" });
    setSecondsLeft(patienceSeconds);
  }
  return (
    <Button variant="quiet" className="w-full" isDisabled={isWaiting} onPress={() => void resend()}>
      {isWaiting ? texts.resendIn(secondsLeft) : texts.resend}
    </Button>
  );
}
