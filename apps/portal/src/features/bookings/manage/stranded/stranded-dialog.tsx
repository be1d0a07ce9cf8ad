import type { StrandedBookings } from "@working-social/booking/schema";
import { Button, Dialog, FormError, TextField } from "@working-social/ui";
import { useState } from "react";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageStrandedTexts } from "./stranded-texts.ts";
import { ComingBookings } from "./coming-bookings.tsx";
import { useHouseAct } from "./use-house-act.ts";

type StrandedDialogProps = {
  title: string;
  /** What happens to them: "The space is closed then." */
  text: string;
  stranded: StrandedBookings;
  /** What members will read; the reason of a closed day, where there is one. */
  reason: string;
  /** The act itself: saving the hours, archiving the room. */
  act: () => Promise<unknown>;
  /** "Save the hours" */
  actLabel: string;
  onDone: (cancelled: number) => void;
  onClose: () => void;
};

/** Before an act that leaves bookings behind: which they are, and what is to become of each. What is ticked is cancelled. */
export function StrandedDialog(props: StrandedDialogProps) {
  const { stranded, actLabel, onClose } = props;
  const texts = useTexts(manageStrandedTexts);
  const [cancelled, setCancelled] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState(props.reason);
  const [isTried, setIsTried] = useState(false);
  const act = useHouseAct(props.act, props.onDone);
  const isMissing = cancelled.size > 0 && reason.trim() === "";
  function confirm() {
    setIsTried(true);
    if (!isMissing) act.run([...cancelled], reason.trim());
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={false}
      title={props.title}
      footer={
        <>
          <Button onPress={onClose}>{texts.back}</Button>
          <Button variant={cancelled.size > 0 ? "danger" : "primary"} isPending={act.isPending} onPress={confirm}>
            {cancelled.size > 0 ? texts.andCancel(actLabel, cancelled.size) : texts.andKeep(actLabel)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{props.text}</p>
        <FormError>{act.refusal && refusalSentence(act.refusal)}</FormError>
        <ComingBookings bookings={stranded.bookings} cancelled={cancelled} onChange={setCancelled} isOfSeveral />
        {stranded.isMore && <p className="text-sm text-second">{texts.more(stranded.bookings.length)}</p>}
        {cancelled.size > 0 && (
          <TextField
            label={texts.reason}
            description={texts.reasonHint}
            maxLength={120}
            isRequired
            value={reason}
            onChange={setReason}
            errorMessage={isTried && isMissing ? texts.reasonNeeded : undefined}
          />
        )}
      </div>
    </Dialog>
  );
}
