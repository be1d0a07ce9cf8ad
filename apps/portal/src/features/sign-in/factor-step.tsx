import { Button, Form, FormActions, FormError, TextField } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { auth } from "../../lib/auth.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { signInTexts } from "./sign-in-texts.ts";
import { CodeField } from "./code-field.tsx";
import { tryStep } from "./sign-in-failure.ts";
import { useStep } from "./use-step.ts";

/** The second factor: the app's six digits, or a backup code when the phone is away. */
export function FactorStep({ onBack, onSignedIn }: { onBack: () => void; onSignedIn: () => void }) {
  const texts = useTexts(signInTexts);
  const step = useStep();
  const [code, setCode] = useState("");
  const [isBackup, setIsBackup] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const verify = () => (isBackup ? auth.twoFactor.verifyBackupCode({ code }) : auth.twoFactor.verifyTotp({ code }));
    const failure = await step.run(() => tryStep(verify));
    if (failure === null) onSignedIn();
  }
  function swap() {
    setIsBackup(!isBackup);
    setCode("");
    step.clear();
  }
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <p className="text-second">{texts.factorText}</p>
      <FormError>{step.problem}</FormError>
      {isBackup ? (
        <TextField
          label={texts.backupCode}
          autoComplete="off"
          autoFocus
          value={code}
          onChange={(typed) => setCode(typed.trim())}
        />
      ) : (
        <CodeField label={texts.factorCode} value={code} onChange={setCode} />
      )}
      <FormActions className="flex-col items-stretch">
        <Button type="submit" variant="primary" size="large" className="w-full" isPending={step.isPending}>
          {texts.signIn}
        </Button>
        <Button variant="quiet" className="w-full" onPress={swap}>
          {isBackup ? texts.useAppCode : texts.useBackupCode}
        </Button>
        <Button variant="quiet" className="w-full" onPress={onBack}>
          {texts.back}
        </Button>
      </FormActions>
    </Form>
  );
}
