import type { InvoiceView } from "@working-social/billing/schema";
import { IconButton, toast } from "@working-social/ui";
import { Copy } from "lucide-react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { groupedIban } from "./iban.ts";
import { invoiceTexts } from "./invoice-texts.ts";

/** Where the money goes, and what to write with it, each to copy: as the seller's account was when the document was issued. */
export function HowToPay({ invoice }: { invoice: InvoiceView }) {
  const texts = useTexts(invoiceTexts);
  const { kind, dueMinor, reference, seller } = invoice;
  if (kind === "credit_note" || dueMinor <= 0) return null;
  if (!seller.iban) return <p className="self-center text-second">{texts.noAccount}</p>;
  return (
    <dl className="flex flex-col gap-3">
      <Item term={texts.transfer} shown={seller.accountHolder ?? seller.name} />
      <Item term={texts.iban} shown={groupedIban(seller.iban)} copied={seller.iban.replaceAll(" ", "")} />
      {seller.bic && <Item term={texts.bic} shown={seller.bic} copied={seller.bic} />}
      <Item term={texts.withReference} shown={reference} copied={reference} />
    </dl>
  );
}

function Item({ term, shown, copied }: { term: string; shown: string; copied?: string }) {
  const texts = useTexts(invoiceTexts);
  async function copy(text: string) {
    await navigator.clipboard.writeText(text);
    toast({ title: texts.copied(term), tone: "accent" });
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2">
      <dt className="col-span-full text-sm text-second">{term}</dt>
      <dd className="font-medium wrap-anywhere">{shown}</dd>
      {copied && (
        <dd>
          <IconButton aria-label={texts.copy(term)} size="small" onPress={() => void copy(copied)}>
            <Copy aria-hidden="true" className="size-4" />
          </IconButton>
        </dd>
      )}
    </div>
  );
}
