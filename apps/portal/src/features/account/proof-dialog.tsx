import { Button, Dialog, Form, FormActions, FormError, TextField } from "@working-social/ui";
import { KeyRound } from "lucide-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { auth } from "../../lib/auth.ts";
import { useMe } from "../../lib/me.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { CodeField } from "../sign-in/code-field.tsx";
import { tryStep, type FailureCode } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";
import { usePasskeys } from "./account-query.ts";
import { provePassword } from "./prove-password.ts";

interface ProofDialogProps {
  /** Then only the app, a backup code or a passkey will do. */
  hasApp: boolean;
  onClose: (isProven: boolean) => void;
}

type Way = "choose" | "code" | "password" | "app" | "backup";

const canUsePasskeys = typeof PublicKeyCredential !== "undefined";

/** Asks once more who it is, by whichever factor they have at hand; the page below keeps what was typed. */
export function ProofDialog({ hasApp, onClose }: ProofDialogProps) {
  const texts = useTexts(accountTexts);
  const { person } = useMe();
  const { email } = person;
  const step = useStep();
  const hasPasskey = (usePasskeys() ?? []).length > 0;
  const [way, setWay] = useState<Way>(hasApp ? "app" : "choose");

  function turnTo(next: Way) {
    step.clear();
    setWay(next);
  }
  async function prove(proof: () => Promise<FailureCode | null>) {
    if ((await step.run(proof)) === null) onClose(true);
  }
  async function sendCode() {
    const send = () => auth.emailOtp.sendVerificationOtp({ email, type: "email-verification" });
    if ((await step.run(() => tryStep(send))) === null) setWay("code");
  }
  const proofs: Record<Exclude<Way, "choose">, (typed: string) => Promise<FailureCode | null>> = {
    code: (otp) => tryStep(() => auth.emailOtp.verifyEmail({ email, otp })),
    password: provePassword,
    app: (code) => tryStep(() => auth.twoFactor.verifyTotp({ code })),
    backup: (code) => tryStep(() => auth.twoFactor.verifyBackupCode({ code })),
  };
  const passkey = canUsePasskeys && hasPasskey && (
    <Button variant="quiet" className="w-full" onPress={() => void prove(() => tryStep(() => auth.signIn.passkey()))}>
      <KeyRound aria-hidden="true" className="size-4" />
      {texts.proofByPasskey}
    </Button>
  );
  return (
    <Dialog isOpen onOpenChange={() => onClose(false)} title={texts.proofTitle} size="small">
      <p className="mb-5 text-second">{way === "code" ? texts.codeSent(email) : texts.proofText}</p>
      {way === "choose" ? (
        <div className="flex flex-col gap-2">
          <FormError>{step.problem}</FormError>
          <Button
            variant="primary"
            size="large"
            className="w-full"
            isPending={step.isPending}
            onPress={() => void sendCode()}
          >
            {texts.proofByCode}
          </Button>
          <Button variant="quiet" className="w-full" onPress={() => turnTo("password")}>
            {texts.proofByPassword}
          </Button>
          {passkey}
        </div>
      ) : (
        <Typed key={way} way={way} step={step} onTyped={(typed) => void prove(() => proofs[way](typed))}>
          {way === "app" && <Other text={texts.proofUseBackup} onPress={() => turnTo("backup")} />}
          {way === "backup" && <Other text={texts.proofUseApp} onPress={() => turnTo("app")} />}
          {way === "password" && <Other text={texts.proofByCode} onPress={() => void sendCode()} />}
          {way === "code" && <Other text={texts.proofByPassword} onPress={() => turnTo("password")} />}
          {passkey}
        </Typed>
      )}
    </Dialog>
  );
}

interface TypedProps {
  way: Exclude<Way, "choose">;
  step: ReturnType<typeof useStep>;
  onTyped: (typed: string) => void;
  /** Other ways. */
  children: ReactNode;
}

/** One field for what proves it. */
function Typed({ way, step, onTyped, children }: TypedProps) {
  const texts = useTexts(accountTexts);
  const [typed, setTyped] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed !== "") onTyped(typed);
  }
  return (
    <Form onSubmit={submit}>
      <FormError>{step.problem}</FormError>
      {way === "code" && <CodeField label={texts.code} value={typed} onChange={setTyped} />}
      {way === "app" && <CodeField label={texts.proofApp} value={typed} onChange={setTyped} />}
      {way === "backup" && (
        <TextField
          label={texts.proofBackup}
          autoComplete="off"
          autoFocus
          isRequired
          value={typed}
          onChange={(text) => setTyped(text.trim())}
        />
      )}
      {way === "password" && (
        <TextField
          label={texts.proofPassword}
          type="password"
          autoComplete="current-password"
          autoFocus
          isRequired
          value={typed}
          onChange={setTyped}
        />
      )}
      <FormActions className="flex-col items-stretch">
        <Button type="submit" variant="primary" size="large" className="w-full" isPending={step.isPending}>
          {texts.proofGoOn}
        </Button>
        {children}
      </FormActions>
    </Form>
  );
}

function Other({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Button variant="quiet" className="w-full" onPress={onPress}>
      {text}
    </Button>
  );
}
