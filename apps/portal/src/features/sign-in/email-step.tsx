import { Button, Form, FormActions, FormError, TextField } from "@working-social/ui";
import { KeyRound } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { signInTexts } from "./sign-in-texts.ts";
import type { FailureCode } from "./sign-in-failure.ts";
import { useStep } from "./use-step.ts";

interface EmailStepProps {
  email: string;
  setEmail: (email: string) => void;
  onSendCode: () => Promise<FailureCode | null>;
  onPassword: (password: string) => Promise<FailureCode | null>;
  onPasskey: () => Promise<FailureCode | null>;
}

const hasPasskeys = typeof PublicKeyCredential !== "undefined";

/** Who it is, and which way in. The code by mail is the way of most; the others are one press away. */
export function EmailStep({ email, setEmail, onSendCode, onPassword, onPasskey }: EmailStepProps) {
  const texts = useTexts(signInTexts);
  const step = useStep();
  const [hasPassword, setHasPassword] = useState(false);
  const [password, setPassword] = useState("");
  const [emailError, setEmailError] = useState<string>();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!/^\S+@\S+$/.test(email.trim())) return setEmailError(texts.emailWrong);
    void step.run(hasPassword ? () => onPassword(password) : onSendCode);
  }
  function typeEmail(value: string) {
    setEmail(value.trim());
    setEmailError(undefined);
  }
  return (
    <Form onSubmit={submit}>
      <FormError>{step.problem}</FormError>
      <TextField
        label={texts.email}
        description={texts.emailHint}
        errorMessage={emailError}
        type="email"
        name="email"
        autoComplete="username webauthn"
        autoCapitalize="none"
        autoFocus
        spellCheck={false}
        isRequired
        value={email}
        onChange={typeEmail}
      />
      {hasPassword && (
        <TextField
          label={texts.password}
          description={texts.forgotten}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
      )}
      <FormActions className="flex-col items-stretch">
        <Button type="submit" variant="primary" size="large" className="w-full" isPending={step.isPending}>
          {hasPassword ? texts.signIn : texts.sendCode}
        </Button>
        <Button variant="quiet" className="w-full" onPress={() => setHasPassword(!hasPassword)}>
          {hasPassword ? texts.useCode : texts.usePassword}
        </Button>
        {hasPasskeys && (
          <Button variant="quiet" className="w-full" onPress={() => void step.run(onPasskey)}>
            <KeyRound aria-hidden="true" className="size-4" />
            {texts.usePasskey}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}
