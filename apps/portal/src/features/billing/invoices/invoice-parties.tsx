import type { InvoiceView, Party } from "@working-social/billing/schema";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { invoiceTexts } from "./invoice-texts.ts";
import { partyLines } from "./party-lines.ts";

/** Who sells and who buys, as they were when the document was issued, and whom to ask. */
export function InvoiceParties({ invoice: { seller, buyer } }: { invoice: InvoiceView }) {
  const texts = useTexts(invoiceTexts);
  const contacts = [seller.contactName, seller.contactEmail, seller.contactPhone].filter((part) => part !== null);
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-6 sm:grid-cols-2">
        <PartyBlock label={texts.from} party={seller} />
        <PartyBlock label={texts.to} party={buyer} />
      </div>
      {contacts.length > 0 && <p className="text-sm text-second">{texts.questions(contacts.join(", "))}</p>}
    </div>
  );
}

function PartyBlock({ label, party }: { label: string; party: Party }) {
  const texts = useTexts(invoiceTexts);
  const [name, ...rest] = partyLines(party);
  const ids = [...(party.vatId ? [texts.vatId(party.vatId)] : []), ...(party.taxId ? [texts.taxId(party.taxId)] : [])];
  return (
    <section aria-label={label} className="min-w-0">
      <h2 className="text-sm text-second">{label}</h2>
      <p className="font-semibold wrap-anywhere">{name}</p>
      {rest.map((line) => (
        <p key={line} className="wrap-anywhere">
          {line}
        </p>
      ))}
      {ids.map((line) => (
        <p key={line} className="text-sm text-second">
          {line}
        </p>
      ))}
    </section>
  );
}
