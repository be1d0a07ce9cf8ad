import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvoiceView } from "@working-social/billing/schema";
import { Card, DescriptionList, type DescriptionListItem, Page, PageHeader, Section } from "@working-social/ui";
import { ArrowLeft } from "lucide-react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { useTitle } from "../../../lib/title.ts";
import { trpc } from "../../../lib/trpc.ts";
import { billingRefusals } from "../billing-refusals.ts";
import { Emphasis } from "../shared/emphasis.tsx";
import { amountWords } from "../shared/amount-words.ts";
import { dayWords, spanWords } from "../shared/day-words.ts";
import { HowToPay } from "./how-to-pay.tsx";
import { InvoiceLines } from "./invoice-lines.tsx";
import { InvoiceParties } from "./invoice-parties.tsx";
import { invoiceTexts } from "./invoice-texts.ts";
import { PdfLink } from "./pdf-link.tsx";

/** A document: what to pay, until when and how before anything else; then what it is for, line by line. */
export function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const texts = useTexts(invoiceTexts);
  const { data: invoice } = useSuspenseQuery(trpc.invoices.get.queryOptions({ id: invoiceId }));
  const title = texts.named(invoice.kind, invoice.number);
  useTexts(billingRefusals);
  useTitle(title);
  return (
    <Page width="narrow" className="max-w-3xl">
      <Link
        to="/account/invoices"
        className="-mb-3 inline-flex items-center gap-1.5 self-start py-1 text-sm font-semibold text-accent hover:underline"
      >
        <ArrowLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
        {texts.back}
      </Link>
      <PageHeader title={title} subtitle={dayWords(invoice.issueDate)} actions={<PdfLink invoiceId={invoiceId} />} />
      <Card padding="large" className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <Due invoice={invoice} />
        <HowToPay invoice={invoice} />
      </Card>
      <Section title={texts.lines}>
        <InvoiceLines invoice={invoice} />
      </Section>
      <Facts invoice={invoice} />
      <InvoiceParties invoice={invoice} />
    </Page>
  );
}

function Due({
  invoice: { kind, dueMinor, currency, dueDate, correctsId, correctsNumber, reason },
}: {
  invoice: InvoiceView;
}) {
  const texts = useTexts(invoiceTexts);
  const isCredit = kind === "credit_note";
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm text-second">{isCredit ? texts.comesBack : texts.pay}</p>
      <p className="figures text-4xl font-semibold tracking-tight">{amountWords(dueMinor, currency)}</p>
      <p className="text-lg">
        {isCredit ? (
          texts.comesBackText
        ) : dueMinor === 0 ? (
          texts.nothingToPay
        ) : (
          <Emphasis>{texts.payBy(dayWords(dueDate))}</Emphasis>
        )}
      </p>
      {correctsId && correctsNumber && (
        <Link
          to="/account/invoices/$invoiceId"
          params={{ invoiceId: correctsId }}
          className="mt-2 self-start text-accent hover:underline"
        >
          {texts.corrects(correctsNumber)}
        </Link>
      )}
      {reason && <p className="text-second">{texts.reason(reason)}</p>}
    </div>
  );
}

function Facts({ invoice }: { invoice: InvoiceView }) {
  const texts = useTexts(invoiceTexts);
  const { buyerReference, orderReference } = invoice.buyer;
  const items: DescriptionListItem[] = [
    { id: "service", term: texts.service, detail: spanWords(invoice.serviceFrom, invoice.serviceUntil) },
    ...(invoice.taxPoint === invoice.issueDate
      ? []
      : [{ id: "taxPoint", term: texts.taxPoint, detail: dayWords(invoice.taxPoint) }]),
    ...(buyerReference ? [{ id: "reference", term: texts.reference, detail: buyerReference }] : []),
    ...(orderReference ? [{ id: "order", term: texts.order, detail: orderReference }] : []),
  ];
  return <DescriptionList items={items} />;
}
