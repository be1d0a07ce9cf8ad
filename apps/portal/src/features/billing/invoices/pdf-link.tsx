import { buttonClass } from "@working-social/ui";
import { FileText } from "lucide-react";
import { chosenOrganization } from "../../../lib/session.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { invoiceTexts } from "./invoice-texts.ts";

/** The document as it was sent, in a page of its own. A link has no header that could name the organization. */
export function PdfLink({ invoiceId }: { invoiceId: string }) {
  const texts = useTexts(invoiceTexts);
  const organizationId = chosenOrganization();
  const query = organizationId === null ? "" : `?organization=${organizationId}`;
  return (
    <a href={`/invoices/${invoiceId}.pdf${query}`} target="_blank" rel="noopener" className={buttonClass()}>
      <FileText aria-hidden="true" className="size-4" />
      {texts.openPdf}
    </a>
  );
}
