import { ConfirmDialog, FormError, TextField } from "@working-social/ui";
import { useState, type ReactNode } from "react";
import type { Action } from "../../../lib/action.ts";
import { refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageFormTexts } from "./form-texts.ts";

type ReasonDialogProps = {
  title: string;
  hint: string;
  confirmLabel: string;
  /** How much the server takes. */
  maxLength?: number;
  tone?: "primary" | "danger";
  /** Fields before the reason, and whether they are as they have to be. */
  fields?: (isTried: boolean) => ReactNode;
  isComplete?: boolean;
  action: Pick<Action<never, unknown>, "isPending" | "refusal">;
  onReason: (reason: string) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A question that needs a reason. What was typed stays through every refusal. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, hint, confirmLabel, action, onReason, onClose, fields, isComplete = true, children } = props;
  const texts = useTexts(manageFormTexts);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === "";
  function confirm() {
    setIsTried(true);
    if (!isMissing && isComplete) onReason(reason.trim());
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={title}
      confirmLabel={confirmLabel}
      tone={props.tone ?? "danger"}
      isPending={action.isPending}
      onConfirm={confirm}
    >
      <div className="flex flex-col gap-4">
        <p>{children}</p>
        <FormError>{action.refusal && refusalSentence(action.refusal)}</FormError>
        {fields?.(isTried)}
        <TextField
          label={texts.reason}
          description={hint}
          maxLength={props.maxLength ?? 120}
          isRequired
          value={reason}
          onChange={setReason}
          errorMessage={isTried && isMissing ? texts.reasonNeeded : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
