import type { Contract } from "@working-social/billing/schema";
import { Button, ConfirmDialog, FormError } from "@working-social/ui";
import { useState } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { contractsTexts } from "./contracts-texts.ts";

type UndoButtonProps = { contract: Contract; what: "plan" | "pause" | "end" };

const labels = { plan: "undoPlan", pause: "undoPause", end: "undoEnd" } as const;

/** Takes back what was agreed for later. */
export function UndoButton({ contract, what }: UndoButtonProps) {
  const texts = useTexts(contractsTexts);
  // Its refusals need their words.
  useTexts(billingRefusals);
  const [isAsking, setIsAsking] = useState(false);
  const undo = useKeyedAction(trpc.contracts.change.mutationOptions(), {
    onDone: () => {
      sayDone(texts.done.undo());
      setIsAsking(false);
    },
  });
  const label = texts.actions[labels[what]];
  return (
    <>
      <Button size="small" onPress={() => setIsAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={texts.undoTitle}
        confirmLabel={label}
        isPending={undo.isPending}
        onConfirm={() => undo.run({ id: contract.id, change: { kind: "undo", what } })}
      >
        <FormError>{undo.refusal && refusalSentence(undo.refusal)}</FormError>
        <p>{texts.undoText[what]}</p>
      </ConfirmDialog>
    </>
  );
}
