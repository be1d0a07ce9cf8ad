import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, buttonClass, Card, EmptyState, Page, PageHeader } from "@working-social/ui";
import { ReceiptText } from "lucide-react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { useTitle } from "../../../lib/title.ts";
import { AroundAccount } from "../../account/around-account.tsx";
import { billingRefusals } from "../billing-refusals.ts";
import { InvoiceRows } from "./invoice-rows.tsx";
import { invoiceTexts } from "./invoice-texts.ts";
import { myInvoicesOptions } from "./invoices-query.ts";

/** Every document of mine, and of the team for whom I buy. */
export function InvoicesPage() {
  const texts = useTexts(invoiceTexts);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(myInvoicesOptions());
  const invoices = data.pages.flatMap((page) => page.invoices);
  useTexts(billingRefusals);
  useTitle(texts.title);
  return (
    <Page width="narrow" className="max-w-3xl">
      <PageHeader title={texts.title} subtitle={texts.subtitle} />
      <AroundAccount />
      {invoices.length === 0 ? <NoInvoices /> : <InvoiceRows invoices={invoices} />}
      {hasNextPage && (
        <Button className="self-center" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {texts.more}
        </Button>
      )}
    </Page>
  );
}

function NoInvoices() {
  const texts = useTexts(invoiceTexts);
  return (
    <Card padding="none">
      <EmptyState
        icon={<ReceiptText />}
        title={
          <span role="heading" aria-level={2}>
            {texts.emptyTitle}
          </span>
        }
        action={
          <Link to="/account/plan" className={buttonClass()}>
            {texts.emptyPlan}
          </Link>
        }
      >
        {texts.emptyText}
      </EmptyState>
    </Card>
  );
}
