import { expectDefined } from "@working-social/kernel";
import { Button, Form, FormActions, FormError, toast } from "@working-social/ui";
import { Copy } from "lucide-react";
import { useState, type FormEvent } from "react";
import { auth } from "../../lib/auth.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { CodeField } from "../sign-in/code-field.tsx";
import { tryStep } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";

export interface FactorSecrets {
  totpURI: string;
  backupCodes: string[];
}

interface FactorSetUpProps {
  secrets: FactorSecrets;
  onDone: () => void;
  onCancel: () => void;
}

/** Secret, backup codes, and the first code from the app, which proves that it works before it is asked for. */
export function FactorSetUp({ secrets, onDone, onCancel }: FactorSetUpProps) {
  const texts = useTexts(accountTexts);
  const step = useStep();
  const [code, setCode] = useState("");
  const secret = expectDefined(new URL(secrets.totpURI).searchParams.get("secret"), "A second factor has no secret.");

  async function submit(event: FormEvent) {
    event.preventDefault();
    if ((await step.run(() => tryStep(() => auth.twoFactor.verifyTotp({ code })))) === null) onDone();
  }
  return (
    <Form onSubmit={(event) => void submit(event)}>
      <div className="flex flex-col gap-2">
        <p className="font-medium">{texts.factorSecret}</p>
        <CopyableText text={secret.replaceAll(/(.{4})/g, "$1 ").trim()} copied={secret} />
        <a href={secrets.totpURI} className="text-sm font-semibold text-accent hover:underline">
          {texts.factorOpenApp}
        </a>
      </div>
      <div className="flex flex-col gap-2">
        <p className="font-medium">{texts.factorCodes}</p>
        <CopyableText text={secrets.backupCodes.join("  ")} copied={secrets.backupCodes.join("\n")} />
      </div>
      <FormError>{step.problem}</FormError>
      <CodeField label={texts.factorVerify} value={code} onChange={setCode} />
      <FormActions>
        <Button type="submit" variant="primary" isPending={step.isPending}>
          {texts.factorFinish}
        </Button>
        <Button onPress={onCancel}>{texts.cancel}</Button>
      </FormActions>
    </Form>
  );
}

/** Text to take elsewhere, with a button that copies it. */
function CopyableText({ text, copied = text }: { text: string; copied?: string }) {
  const texts = useTexts(accountTexts);
  async function copy() {
    await navigator.clipboard.writeText(copied);
    toast({ title: texts.copied });
  }
  return (
    <div className="flex items-start gap-2 rounded-md border bg-sunk p-2 ps-3">
      <code className="min-w-0 grow py-1.5 font-mono text-sm break-all select-all">{text}</code>
      <Button size="small" onPress={() => void copy()}>
        <Copy aria-hidden="true" className="size-3.5" />
        {texts.copy}
      </Button>
    </div>
  );
}
