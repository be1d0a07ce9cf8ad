import { useQueryClient } from "@tanstack/react-query";
import { Badge, Button, Form, FormActions, FormError, Section, TextField, toast } from "@working-social/ui";
import { useState, type FormEvent } from "react";
import { auth } from "../../lib/auth.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { tryStep, type FailureCode } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";
import { accountQueryKey, useHasApp } from "./account-query.ts";
import { FactorSetUp, type FactorSecrets } from "./factor-set-up.tsx";
import { useProof } from "./use-proof.tsx";

/** The authenticator app: on or off, each confirmed with the password, and after a fresh proof. */
export function SecondFactor() {
  const texts = useTexts(accountTexts);
  const queries = useQueryClient();
  const isOn = useHasApp() ?? false;
  const { withProof, dialog } = useProof();
  const [isAsking, setIsAsking] = useState(false);
  const [secrets, setSecrets] = useState<FactorSecrets | null>(null);

  async function confirm(password: string): Promise<FailureCode | null> {
    if (isOn) return turnOff(password);
    let made: FactorSecrets | null = null;
    const enable = () =>
      tryStep(async () => {
        const answer = await auth.twoFactor.enable({ password });
        if (answer.data && "totpURI" in answer.data) made = answer.data;
        return answer;
      });
    const failure = await withProof(enable, password);
    if (failure === null) {
      setIsAsking(false);
      setSecrets(made);
    }
    return failure;
  }
  async function turnOff(password: string): Promise<FailureCode | null> {
    const failure = await withProof(() => tryStep(() => auth.twoFactor.disable({ password })), password);
    if (failure === null) finish(texts.factorRemoved);
    return failure;
  }
  function finish(message: string) {
    toast({ title: message, tone: "accent" });
    setIsAsking(false);
    setSecrets(null);
    void queries.invalidateQueries(trpc.session.me.queryFilter());
    void queries.invalidateQueries({ queryKey: accountQueryKey });
  }
  return (
    <Section
      title={texts.factor}
      action={<Badge tone={isOn ? "accent" : "neutral"}>{isOn ? texts.factorOn : texts.factorOff}</Badge>}
    >
      <p className="text-second">{texts.factorText}</p>
      {secrets && (
        <FactorSetUp secrets={secrets} onDone={() => finish(texts.factorDone)} onCancel={() => setSecrets(null)} />
      )}
      {isAsking && <AskPassword onConfirm={confirm} onCancel={() => setIsAsking(false)} />}
      {!isAsking && !secrets && (
        <Button className="self-start" onPress={() => setIsAsking(true)}>
          {isOn ? texts.turnOffFactor : texts.setUpFactor}
        </Button>
      )}
      {dialog}
    </Section>
  );
}

interface AskPasswordProps {
  onConfirm: (password: string) => Promise<FailureCode | null>;
  onCancel: () => void;
}

function AskPassword({ onConfirm, onCancel }: AskPasswordProps) {
  const texts = useTexts(accountTexts);
  const step = useStep();
  const [password, setPassword] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    void step.run(() => onConfirm(password));
  }
  return (
    <Form onSubmit={submit}>
      <FormError>{step.problem}</FormError>
      <TextField
        label={texts.factorPassword}
        description={texts.needsPasswordFirst}
        type="password"
        autoComplete="current-password"
        isRequired
        autoFocus
        value={password}
        onChange={setPassword}
      />
      <FormActions>
        <Button type="submit" variant="primary" isPending={step.isPending}>
          {texts.save}
        </Button>
        <Button onPress={onCancel}>{texts.cancel}</Button>
      </FormActions>
    </Form>
  );
}
