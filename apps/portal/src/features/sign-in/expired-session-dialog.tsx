import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Dialog } from "@working-social/ui";
import { useMe } from "../../lib/me.ts";
import { setSessionExpired } from "../../lib/session.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { signInTexts } from "./sign-in-texts.ts";
import { SignInSteps } from "./sign-in-steps.tsx";

/** Signing in again on top of the page: nothing that was typed below is lost. */
export function ExpiredSessionDialog() {
  const texts = useTexts(signInTexts);
  const me = useMe();
  const queries = useQueryClient();
  const router = useRouter();

  function goOn() {
    setSessionExpired(false);
    void queries.invalidateQueries();
    void router.invalidate();
  }
  return (
    <Dialog
      isOpen
      onOpenChange={() => setSessionExpired(false)}
      title={texts.expiredTitle}
      isDismissable={false}
      size="small"
    >
      <p className="mb-5 text-second">{texts.expiredText}</p>
      <SignInSteps initialEmail={me.person.email} onSignedIn={goOn} />
    </Dialog>
  );
}
