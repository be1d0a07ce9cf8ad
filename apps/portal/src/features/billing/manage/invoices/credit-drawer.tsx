import { useNavigate } from "@tanstack/react-router";
import type { InvoiceView } from "@working-social/billing/schema";
import { Button, Callout, Drawer, Form, FormError, RadioGroup, TextField } from "@working-social/ui";
import { useId, useState, type FormEvent } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { billingRefusals } from "../../billing-refusals.ts";
import { amountWords } from "../../shared/amount-words.ts";
import { CreditedLines } from "./credited-lines.tsx";
import { allOf, chargedAnew, creditOf, type Quantities } from "./credited.ts";
import { invoicesTexts } from "./invoices-texts.ts";

type CreditDrawerProps = { invoice: InvoiceView; onClose: () => void };

/** All that is left of an invoice or some of its lines comes back; how much, and what follows, is said before. */
export function CreditDrawer({ invoice, onClose }: CreditDrawerProps) {
  const texts = useTexts(invoicesTexts);
  // Its refusals need their words.
  useTexts(billingRefusals);
  const navigate = useNavigate();
  const formId = useId();
  const [isWhole, setIsWhole] = useState(true);
  const [chosen, setChosen] = useState<Quantities>({});
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const of = isWhole ? allOf(invoice) : chosen;
  const lines = Object.entries(chosen).map(([id, quantity]) => ({ id, quantity }));
  const isMissing = reason.trim() === "" || (!isWhole && lines.length === 0);
  const amount = amountWords(creditOf(invoice, of).dueMinor, invoice.currency);
  const credit = useKeyedAction(trpc.invoices.credit.mutationOptions(), {
    onDone: ({ id, number }) => {
      sayDone(texts.done(number));
      void navigate({ to: "/manage/invoices/$invoiceId", params: { invoiceId: id }, replace: true });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (!isMissing) credit.run({ id: invoice.id, lines: isWhole ? null : lines, reason: reason.trim() });
  }
  return (
    <Drawer
      isOpen
      onOpenChange={onClose}
      title={texts.dialogTitle(invoice.number)}
      footer={
        <Button type="submit" form={formId} variant="danger" isPending={credit.isPending}>
          {texts.submitFor(amount)}
        </Button>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <FormError>{credit.refusal && refusalSentence(credit.refusal)}</FormError>
        <RadioGroup
          label={texts.what}
          options={[
            { id: "whole", label: texts.whole, description: texts.wholeHint(wholeOf(invoice)) },
            { id: "some", label: texts.some, description: texts.someHint },
          ]}
          value={isWhole ? "whole" : "some"}
          onChange={(id) => setIsWhole(id === "whole")}
          errorMessage={isTried && !isWhole && lines.length === 0 ? texts.choose : undefined}
        />
        {!isWhole && <CreditedLines invoice={invoice} chosen={chosen} onChange={setChosen} />}
        <TextField
          label={texts.reason}
          description={texts.reasonHint}
          isRequired
          maxLength={300}
          value={reason}
          onChange={setReason}
          errorMessage={isTried && reason.trim() === "" ? texts.needed : undefined}
        />
        <Consequence invoice={invoice} of={of} />
      </Form>
    </Drawer>
  );
}

function Consequence({ invoice, of }: { invoice: InvoiceView; of: Quantities }) {
  const texts = useTexts(invoicesTexts);
  const { currency } = invoice;
  const { dueMinor, leftMinor } = creditOf(invoice, of);
  const anew = chargedAnew(invoice, of);
  return (
    <Callout tone="amber" title={texts.consequence}>
      <p>{texts.amountBack(amountWords(dueMinor, currency))}</p>
      <p>{leftMinor === 0 ? texts.nothingLeft : texts.left(amountWords(leftMinor, currency))}</p>
      {anew.length > 0 && <p>{texts.chargedAnew(anew)}</p>}
    </Callout>
  );
}

function wholeOf(invoice: InvoiceView): string {
  return amountWords(creditOf(invoice, allOf(invoice)).dueMinor, invoice.currency);
}
