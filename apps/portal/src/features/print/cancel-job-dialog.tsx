import type { WaitingJobView } from "@working-social/copier/schema";
import { ConfirmDialog, FormError, toast } from "@working-social/ui";
import { useAction } from "../../lib/action.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";

interface CancelJobDialogProps {
  job: WaitingJobView;
  title: string;
  onClose: () => void;
}

/** Asks before a document is deleted: nobody can bring it back but its sender. */
export function CancelJobDialog({ job, title, onClose }: CancelJobDialogProps) {
  const texts = useTexts(printTexts);
  const cancel = useAction(trpc.printing.cancel.mutationOptions(), {
    onDone: () => {
      toast({ title: texts.cancelled });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={texts.cancelTitle}
      confirmLabel={texts.cancelConfirm}
      tone="danger"
      isPending={cancel.isPending}
      onConfirm={() => cancel.run({ jobId: job.id })}
    >
      <p className="wrap-anywhere">{texts.cancelText(title)}</p>
      <FormError>{cancel.refusal && refusalSentence(cancel.refusal)}</FormError>
    </ConfirmDialog>
  );
}
