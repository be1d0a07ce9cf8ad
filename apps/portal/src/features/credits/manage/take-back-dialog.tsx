import { expectDefined } from "@working-social/kernel";
import type { LotView } from "@working-social/credits/schema";
import { useState } from "react";
import { useAction } from "../../../lib/action.ts";
import { useIntention } from "../../../lib/idempotency.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { ReasonDialog } from "../../manage/form/reason-dialog.tsx";
import type { OwnerCredits } from "./credit-owner.ts";
import { labelText } from "./label-text.ts";
import { QuantityField } from "./quantity-field.tsx";
import { sayDone } from "../../../lib/say-done.ts";

type TakeBackDialogProps = { credits: OwnerCredits; lot: LotView; onClose: () => void };

/** Takes credits out of one lot, with a reason; says how much it was, since some may be used while one asks. */
export function TakeBackDialog({ credits, lot, onClose }: TakeBackDialogProps) {
  const { takeBack: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const intention = useIntention();
  const [quantity, setQuantity] = useState<number | null>(lot.left);
  const amount = (n: number) => units.quantity(lot.unit, lot.currency, n);
  const take = useAction(trpc.credits.takeBack.mutationOptions(), {
    onDone: ({ covered }) => {
      intention.done();
      sayDone(covered > 0 ? texts.done(amount(covered)) : texts.none);
      onClose();
    },
  });
  const isTooMuch = quantity === null || quantity < 1 || quantity > lot.left;
  function confirm(reason: string) {
    const input = {
      owner: credits.owner,
      lotId: lot.id,
      unit: lot.unit,
      currency: lot.currency,
      quantity: expectDefined(quantity, "The dialog let nothing pass as a number."),
      reason,
    };
    take.run({ ...input, idempotencyKey: intention.keyFor(input) });
  }
  return (
    <ReasonDialog
      title={texts.title(labelText(lot.label))}
      hint={texts.reasonHint}
      confirmLabel={texts.confirm}
      maxLength={200}
      action={take}
      isComplete={!isTooMuch}
      onReason={confirm}
      onClose={onClose}
      fields={(isTried) => (
        <QuantityField
          kind={lot}
          label={texts.amount}
          isRequired
          value={quantity}
          onChange={setQuantity}
          errorMessage={isTried && isTooMuch ? texts.tooMuch(amount(lot.left)) : undefined}
        />
      )}
    >
      {texts.text(amount(lot.left))}
    </ReasonDialog>
  );
}
