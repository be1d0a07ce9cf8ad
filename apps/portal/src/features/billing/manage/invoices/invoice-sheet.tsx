import { Link } from "@tanstack/react-router";
import type { InvoiceView } from "@working-social/billing/schema";
import { Card, DescriptionList, Section } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { InvoiceLines } from "../../invoices/invoice-lines.tsx";
import { InvoiceParties } from "../../invoices/invoice-parties.tsx";
import { amountWords } from "../../shared/amount-words.ts";
import { dayWords, spanWords } from "../../shared/day-words.ts";
import { invoicesTexts } from "./invoices-texts.ts";

/** What to pay and until when, each line as its buyer reads it, and who sells to whom. */
export function InvoiceSheet({ invoice }: { invoice: InvoiceView }) {
  const texts = useTexts(invoicesTexts);
  const { kind, currency, dueMinor, dueDate } = invoice;
  return (
    <>
      <Card padding="large" className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <p>
          <span className="figures block text-3xl font-semibold tracking-tight sm:text-4xl">
            {amountWords(dueMinor, currency)}
          </span>
          <span className="text-second">{kind === "invoice" ? texts.toPay(dayWords(dueDate)) : texts.givenBack}</span>
        </p>
        <About invoice={invoice} />
      </Card>
      <Section title={texts.lines}>
        <InvoiceLines invoice={invoice} />
      </Section>
      <InvoiceParties invoice={invoice} />
    </>
  );
}

function About({ invoice }: { invoice: InvoiceView }) {
  const texts = useTexts(invoicesTexts);
  const { correctsId, correctsNumber, reason, buyer, serviceFrom, serviceUntil, taxPoint } = invoice;
  const corrects = correctsId !== null && (
    <Link
      to="/manage/invoices/$invoiceId"
      params={{ invoiceId: correctsId }}
      className="inline-flex items-center text-accent underline-offset-3 hover:underline touch:min-h-11"
    >
      {correctsNumber}
    </Link>
  );
  const items = [
    ...(corrects ? [{ id: "corrects", term: texts.corrects, detail: corrects }] : []),
    ...(reason === null ? [] : [{ id: "reason", term: texts.reason, detail: reason }]),
    { id: "service", term: texts.service, detail: spanWords(serviceFrom, serviceUntil) },
    { id: "taxPoint", term: texts.taxPoint, detail: dayWords(taxPoint) },
    ...(buyer.buyerReference === null
      ? []
      : [{ id: "reference", term: texts.reference, detail: buyer.buyerReference }]),
    ...(buyer.orderReference === null ? [] : [{ id: "order", term: texts.order, detail: buyer.orderReference }]),
  ];
  return <DescriptionList items={items} />;
}
