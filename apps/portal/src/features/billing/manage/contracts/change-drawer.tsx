import type { ContractDetail } from "@working-social/billing/schema";
import { toLocal } from "@working-social/kernel";
import { Button, Drawer, Form, FormError } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { useNow } from "../../../../lib/now.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { ChangeFieldset } from "./change-fields.tsx";
import { changeOf, fieldsOf, type ChangeKind } from "./change-form.ts";
import { ChangePreview } from "./change-preview.tsx";
import { contractsTexts } from "./contracts-texts.ts";

type ChangeDrawerProps = { detail: ContractDetail; kind: ChangeKind; onClose: () => void };

/** One change of a contract: what is to be said, what it does to the next invoice, and the button. */
export function ChangeDrawer({ detail, kind, onClose }: ChangeDrawerProps) {
  const texts = useTexts(contractsTexts);
  // Its refusals need their words.
  useTexts(billingRefusals);
  const formId = useId();
  const { contract, earliestEnd } = detail;
  const { date: today } = toLocal(useNow(), contract.timeZone);
  const [fields, setFields] = useState(() => fieldsOf(contract, today, earliestEnd, kind));
  const [isTried, setIsTried] = useState(false);
  const wish = changeOf(kind, fields);
  const change = useKeyedAction(trpc.contracts.change.mutationOptions(), {
    onDone: () => {
      sayDone(texts.done[wish?.kind ?? "undo"](contract.holderName));
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (wish) change.run({ id: contract.id, change: wish });
  }
  return (
    <Drawer
      isOpen
      onOpenChange={onClose}
      title={texts.titles[kind](contract.holderName)}
      footer={
        <Button
          type="submit"
          form={formId}
          variant={kind === "end" ? "danger" : "primary"}
          isPending={change.isPending}
        >
          {texts.submit[kind]}
        </Button>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <FormError>{change.refusal && refusalSentence(change.refusal)}</FormError>
        <ChangeFieldset
          {...{ detail, kind, fields, isTried }}
          onChange={(next) => {
            setFields(next);
            change.reset();
          }}
        />
        {wish && <ChangePreview contract={contract} change={wish} />}
      </Form>
    </Drawer>
  );
}
