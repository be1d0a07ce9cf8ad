import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Section, Skeleton } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { InvoiceRows } from "../invoices/invoice-rows.tsx";
import { myInvoicesOptions } from "../invoices/invoices-query.ts";
import { planTexts } from "./plan-texts.ts";

/** Enough to find the last one. */
const fewCount = 3;

/** The newest invoices, and the way to all. */
export function LastInvoices() {
  const texts = useTexts(planTexts);
  const { data, isError } = useInfiniteQuery(myInvoicesOptions());
  if (isError) return null;
  const invoices = data?.pages.flatMap((page) => page.invoices) ?? [];
  return (
    <Section
      title={texts.invoices}
      action={
        invoices.length > 0 && (
          <Link to="/account/invoices" className="text-sm font-semibold text-accent hover:underline">
            {texts.allInvoices}
          </Link>
        )
      }
    >
      {!data ? (
        <Skeleton className="h-28 rounded-lg" />
      ) : invoices.length === 0 ? (
        <p className="text-second">{texts.noInvoices}</p>
      ) : (
        <InvoiceRows invoices={invoices.slice(0, fewCount)} />
      )}
    </Section>
  );
}
