import { Button, Form, FormActions, FormError, Section, TextField, toast } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { auth } from "../../lib/auth.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { tryStep } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { PasswordByCode } from "./password-by-code.tsx";
import { useProof } from "./use-proof.tsx";

type Way = "closed" | "known" | "code";

/** A password is a choice, not a duty. Changed with the present one, or set with a code from the mail. */
export function Password({ email }: { email: string }) {
  const texts = useTexts(accountTexts);
  const [way, setWay] = useState<Way>("closed");
  const close = () => setWay("closed");
  return (
    <Section title={texts.password}>
      <p className="text-second">{texts.passwordText}</p>
      {way === "closed" && (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setWay("known")}>{texts.changePassword}</Button>
          <Button variant="quiet" onPress={() => setWay("code")}>
            {texts.setByCode}
          </Button>
        </div>
      )}
      {way === "known" && <ChangePassword onClose={close} />}
      {way === "code" && <PasswordByCode email={email} onClose={close} />}
    </Section>
  );
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const texts = useTexts(accountTexts);
  const step = useStep();
  const { withProof, dialog } = useProof();
  const [currentPassword, setCurrentPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const change = () => tryStep(() => auth.changePassword({ currentPassword, newPassword }));
    if ((await step.run(() => withProof(change, currentPassword))) !== null) return;
    toast({ title: texts.saved, tone: "accent" });
    onClose();
  }
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <FormError>{step.problem}</FormError>
      <TextField
        label={texts.currentPassword}
        type="password"
        autoComplete="current-password"
        isRequired
        autoFocus
        value={currentPassword}
        onChange={setCurrentPassword}
      />
      <NewPasswordField value={newPassword} onChange={setNewPassword} />
      <FormActions>
        <Button type="submit" variant="primary" isPending={step.isPending}>
          {texts.save}
        </Button>
        <Button onPress={onClose}>{texts.cancel}</Button>
      </FormActions>
      {dialog}
    </Form>
  );
}
