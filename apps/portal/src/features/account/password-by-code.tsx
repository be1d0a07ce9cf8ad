import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, FormActions, FormError, toast } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { auth } from "../../lib/auth.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { CodeField } from "../sign-in/code-field.tsx";
import { tryStep } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";
import { NewPasswordField } from "./new-password-field.tsx";

/** Sets a password with a code from the mail. Every session ends with that, so this one is opened again at once. */
export function PasswordByCode({ email, onClose }: { email: string; onClose: () => void }) {
  const texts = useTexts(accountTexts);
  const queries = useQueryClient();
  const step = useStep();
  const [isSent, setIsSent] = useState(false);
  const [otp, setOtp] = useState("");
  const [password, setPassword] = useState("");

  async function send() {
    const failure = await step.run(() => tryStep(() => auth.emailOtp.requestPasswordReset({ email })));
    if (failure === null) setIsSent(true);
  }
  async function set() {
    const failure = await step.run(async () => {
      const refused = await tryStep(() => auth.emailOtp.resetPassword({ email, otp, password }));
      return refused ?? tryStep(() => auth.signIn.email({ email, password }));
    });
    if (failure !== null) return;
    toast({ title: texts.saved, tone: "accent" });
    void queries.invalidateQueries();
    onClose();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void (isSent ? set() : send());
  }
  return (
    <Form onSubmit={submit}>
      <FormError>{step.problem}</FormError>
      {isSent && (
        <>
          <p role="status">{texts.codeSent(email)}</p>
          <CodeField label={texts.code} value={otp} onChange={setOtp} />
          <NewPasswordField value={password} onChange={setPassword} />
        </>
      )}
      <FormActions>
        <Button type="submit" variant="primary" isPending={step.isPending}>
          {isSent ? texts.setPassword : texts.sendCode}
        </Button>
        <Button onPress={onClose}>{texts.cancel}</Button>
      </FormActions>
    </Form>
  );
}
