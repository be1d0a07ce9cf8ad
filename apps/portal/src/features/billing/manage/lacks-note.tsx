import type { SellerView } from "@working-social/billing/schema";
import { Badge } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { billingTexts, type BillingTexts } from "./billing-texts.ts";

type Lacks = SellerView["lacks"];
type LacksProps = { lacks: Lacks; of: "seller" | "buyer" };

function wordsOf(texts: BillingTexts, { party, field, code }: Lacks[number], of: LacksProps["of"]): string {
  const what = code === "not_valid" ? texts.notValid : texts.fields[field];
  return party === of ? what : texts.ofSeller(what);
}

/** What invoices lack, and what e-invoices lack besides. */
export function LacksNote({ lacks, of }: LacksProps) {
  const texts = useTexts(billingTexts);
  const words = (severity: Lacks[number]["severity"]) =>
    lacks.filter((lack) => lack.severity === severity).map((lack) => wordsOf(texts, lack, of));
  const [always, electronic] = [words("invoice"), words("e_invoice")];
  if (lacks.length === 0) return null;
  return (
    <div role="note" className="flex flex-col gap-1">
      {always.length > 0 && <p>{texts.lacks(always)}</p>}
      {electronic.length > 0 && <p className="text-sm text-second">{texts.lacksForEInvoice(electronic)}</p>}
    </div>
  );
}

/** How much every invoice lacks, in a table. */
export function LacksBadge({ lacks }: { lacks: Lacks }) {
  const texts = useTexts(billingTexts);
  const count = lacks.filter(({ severity }) => severity === "invoice").length;
  return count > 0 ? (
    <Badge tone="amber">{texts.lacksCount(count)}</Badge>
  ) : (
    <Badge tone="accent">{texts.complete}</Badge>
  );
}
