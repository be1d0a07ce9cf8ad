import { useQueryClient } from "@tanstack/react-query";
import { Button, CardList, Section, SkeletonText, toast } from "@working-social/ui";
import { KeyRound } from "lucide-react";
import { auth } from "../../lib/auth.ts";
import { formatIn } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { tryStep } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";
import { passkeysQueryKey, usePasskeys } from "./account-query.ts";
import { useProof } from "./use-proof.tsx";

const isSupported = typeof PublicKeyCredential !== "undefined";
/** Where this browser is: these dates are about one's own devices, not about a location. */
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The passkeys that open this account. */
export function Passkeys() {
  const texts = useTexts(accountTexts);
  const queries = useQueryClient();
  const step = useStep();
  const { withProof, dialog } = useProof();
  const passkeys = usePasskeys();
  const format = formatIn(ownZone);

  async function add() {
    if ((await step.run(() => withProof(() => tryStep(() => auth.passkey.addPasskey())))) !== null) return;
    toast({ title: texts.passkeyAdded, tone: "accent" });
    void queries.invalidateQueries({ queryKey: passkeysQueryKey });
  }
  async function remove(id: string) {
    await step.run(() => withProof(() => tryStep(() => auth.passkey.deletePasskey({ id }))));
    void queries.invalidateQueries({ queryKey: passkeysQueryKey });
  }
  return (
    <Section title={texts.passkeys}>
      <p className="text-second">{texts.passkeysText}</p>
      {passkeys === undefined && <SkeletonText lines={1} />}
      {passkeys?.length === 0 && <p className="text-sm text-second">{texts.noPasskeys}</p>}
      {passkeys && passkeys.length > 0 && (
        <CardList>
          {passkeys.map((passkey) => {
            const name = passkey.name ?? texts.passkeyName(format.shortDay(Date.parse(String(passkey.createdAt))));
            return (
              <li key={passkey.id} className="flex items-center gap-3">
                <KeyRound aria-hidden="true" className="size-4 text-second" />
                <span className="grow">{name}</span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={texts.removePasskey(name)}
                  onPress={() => void remove(passkey.id)}
                >
                  {texts.remove}
                </Button>
              </li>
            );
          })}
        </CardList>
      )}
      <p role="alert" className="text-sm text-red empty:hidden">
        {step.problem}
      </p>
      <Button
        className="self-start"
        isPending={step.isPending}
        disabledReason={isSupported ? null : texts.passkeysUnsupported}
        onPress={() => void add()}
      >
        {texts.addPasskey}
      </Button>
      {dialog}
    </Section>
  );
}
