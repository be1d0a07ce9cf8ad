import { useQuery } from "@tanstack/react-query";
import type { PersonView } from "@working-social/directory/schema";
import { Button, Dialog, FormError, Spinner, TextField } from "@working-social/ui";
import { useState } from "react";
import { refusalOf, refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { ComingBookings } from "../../../bookings/manage/stranded/coming-bookings.tsx";
import { useSuspension } from "./use-suspension.ts";

type SuspendDialogProps = { person: PersonView; onClose: () => void; onDone: (said: string) => void };

/** Takes somebody's access away, and asks what is to become of each booking that they have ahead. */
export function SuspendDialog({ person, onClose, onDone }: SuspendDialogProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const coming = useQuery(trpc.bookings.coming.queryOptions({ personId: person.id }));
  const [cancelled, setCancelled] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const suspension = useSuspension(person, onDone);
  const isMissing = cancelled.size > 0 && reason.trim() === "";
  function confirm() {
    setIsTried(true);
    if (!isMissing) suspension.run([...cancelled], reason.trim());
  }
  const refusal = suspension.refusal ?? (coming.error && refusalOf(coming.error));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      title={texts.suspendTitle(person.name)}
      footer={
        <>
          <Button onPress={onClose}>{texts.suspendNot}</Button>
          <Button variant="danger" isPending={suspension.isPending} isDisabled={!coming.data} onPress={confirm}>
            {cancelled.size > 0 ? texts.suspendAndCancel(cancelled.size) : texts.suspend}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{texts.suspendText}</p>
        <FormError>{refusal && refusalSentence(refusal)}</FormError>
        {coming.isPending && <Spinner />}
        {coming.data && coming.data.length > 0 && (
          <ComingBookings bookings={coming.data} cancelled={cancelled} onChange={setCancelled} />
        )}
        {cancelled.size > 0 && (
          <TextField
            label={texts.suspendReason}
            description={texts.suspendReasonHint}
            maxLength={120}
            isRequired
            value={reason}
            onChange={setReason}
            errorMessage={isTried && isMissing ? texts.suspendReasonNeeded : undefined}
          />
        )}
      </div>
    </Dialog>
  );
}
