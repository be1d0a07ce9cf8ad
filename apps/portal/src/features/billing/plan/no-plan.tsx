import { Link } from "@tanstack/react-router";
import { buttonClass, Card, EmptyState } from "@working-social/ui";
import { BadgeCheck } from "lucide-react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { planTexts } from "./plan-texts.ts";

/** Nothing is agreed: how one gets a plan, and what can be done without. */
export function NoPlan() {
  const texts = useTexts(planTexts);
  return (
    <Card padding="none">
      <EmptyState
        icon={<BadgeCheck />}
        title={
          <span role="heading" aria-level={2}>
            {texts.emptyTitle}
          </span>
        }
        action={
          <>
            <Link to="/book" className={buttonClass()}>
              {texts.emptyBook}
            </Link>
            <Link to="/account/invoices" className={buttonClass({ variant: "quiet" })}>
              {texts.emptyInvoices}
            </Link>
          </>
        }
      >
        {texts.emptyText}
      </EmptyState>
    </Card>
  );
}
