import type { LotView } from "@working-social/credits/schema";
import { ConfirmDialog, FormError, TextField } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../lib/action.ts";
import { useIntention } from "../../../lib/idempotency.ts";
import { refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { creditUnitTexts } from "../../../texts/credit-units.ts";
import { manageCreditsTexts } from "../../../texts/manage-credits.ts";
import type { OwnerCredits } from "./credit-owner.ts";
import { QuantityField } from "./quantity-field.tsx";
import { useCreditsChanged } from "./use-credits-changed.ts";

type TakeBackDialogProps = { credits: OwnerCredits; lot: LotView; onClose: () => void };

/** Takes credits out of one lot, with a reason; says how much it was, since some may be used while one asks. */
export function TakeBackDialog({ credits, lot, onClose }: TakeBackDialogProps) {
  const { takeBack: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const changed = useCreditsChanged();
  const intention = useIntention();
  const [quantity, setQuantity] = useState<number | null>(lot.left);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const amount = (n: number) => units.quantity(lot.unit, lot.currency, n);
  const take = useAction(trpc.credits.takeBack.mutationOptions(), {
    onDone: ({ covered }) => {
      intention.done();
      changed(covered > 0 ? texts.done(amount(covered)) : texts.none);
      onClose();
    },
  });
  const isTooMuch = quantity === null || quantity < 1 || quantity > lot.left;
  function confirm() {
    setIsTried(true);
    if (isTooMuch || reason.trim() === "") return;
    const input = {
      owner: credits.owner,
      lotId: lot.id,
      unit: lot.unit,
      currency: lot.currency,
      quantity,
      reason: reason.trim(),
    };
    take.run({ ...input, idempotencyKey: intention.keyFor(input) });
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={texts.title(lot.label)}
      confirmLabel={texts.confirm}
      tone="danger"
      isPending={take.isPending}
      onConfirm={confirm}
    >
      <div className="flex flex-col gap-4">
        <p>{texts.text(amount(lot.left))}</p>
        <FormError>{take.refusal && refusalSentence(take.refusal)}</FormError>
        <QuantityField
          kind={lot}
          label={texts.amount}
          isRequired
          value={quantity}
          onChange={setQuantity}
          errorMessage={isTried && isTooMuch ? texts.tooMuch(amount(lot.left)) : undefined}
        />
        <TextField
          label={texts.reason}
          description={texts.reasonHint}
          maxLength={200}
          isRequired
          value={reason}
          onChange={setReason}
          errorMessage={isTried && reason.trim() === "" ? texts.reasonNeeded : undefined}
        />
      </div>
    </ConfirmDialog>
  );
}
