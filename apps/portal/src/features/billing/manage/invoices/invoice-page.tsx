import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { InvoiceView } from "@working-social/billing/schema";
import { Button, buttonClass, Section } from "@working-social/ui";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { PdfLink } from "../../invoices/pdf-link.tsx";
import { amountWords } from "../../shared/amount-words.ts";
import { dayWords } from "../../shared/day-words.ts";
import { CreditDrawer } from "./credit-drawer.tsx";
import { InvoiceSheet } from "./invoice-sheet.tsx";
import { invoicesTexts } from "./invoices-texts.ts";

/** One document as it was issued, and what can still be done about it. */
export function InvoicePage({ invoiceId }: { invoiceId: string }) {
  const texts = useTexts(invoicesTexts);
  const { data: invoice } = useSuspenseQuery(trpc.invoices.get.queryOptions({ id: invoiceId }));
  const { editing, close } = useEditing();
  const { kind, number, buyerName, issueDate } = invoice;
  return (
    <ManagePage
      section="invoices"
      heading={texts.titles[kind](number)}
      subtitle={texts.lead(buyerName, dayWords(issueDate))}
      actions={
        <>
          <Link to="/manage/invoices" className={buttonClass({ variant: "quiet" })}>
            {texts.all}
          </Link>
          <PdfLink invoiceId={invoiceId} />
        </>
      }
      aside={<Beside invoice={invoice} />}
      asideLabel={texts.correctTitle}
    >
      <InvoiceSheet invoice={invoice} />
      {editing === "credit" && isCreditable(invoice) && <CreditDrawer invoice={invoice} onClose={close} />}
    </ManagePage>
  );
}

function Beside({ invoice }: { invoice: InvoiceView }) {
  const texts = useTexts(invoicesTexts);
  const { open } = useEditing();
  const { kind, creditNotes, currency } = invoice;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col items-start gap-2">
        <h2 className="text-lg font-semibold">{texts.correctTitle}</h2>
        <p className="text-sm text-second">{kind === "invoice" ? texts.correctText : texts.creditNoteText}</p>
        {isCreditable(invoice) ? (
          <Button onPress={() => open("credit")} className="mt-2">
            {texts.credit}
          </Button>
        ) : (
          kind === "invoice" && <p className="font-medium">{texts.creditedAll}</p>
        )}
      </div>
      {creditNotes.length > 0 && (
        <Section title={texts.creditedTitle}>
          <ul className="flex flex-col divide-y divide-line border-t">
            {creditNotes.map(({ id, number, issueDate, dueMinor }) => (
              <li key={id} className="py-2.5">
                <Link
                  to="/manage/invoices/$invoiceId"
                  params={{ invoiceId: id }}
                  className="inline-flex items-center font-medium text-accent underline-offset-3 hover:underline touch:min-h-11"
                >
                  {number}
                </Link>
                <span className="figures block text-sm text-second">
                  {texts.credited(amountWords(dueMinor, currency), dayWords(issueDate))}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function isCreditable({ kind, lines }: InvoiceView): boolean {
  return kind === "invoice" && lines.some(({ quantity, creditedQuantity }) => creditedQuantity < quantity);
}
