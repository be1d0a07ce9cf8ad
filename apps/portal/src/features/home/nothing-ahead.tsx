import { Link } from "@tanstack/react-router";
import { buttonClass, Card, EmptyState } from "@working-social/ui";
import { CalendarPlus } from "lucide-react";
import { besideHomeTexts } from "./beside-home-texts.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { homeTexts } from "./home-texts.ts";

/** Nothing booked: what one could do. */
export function NothingAhead() {
  const texts = useTexts(homeTexts);
  const beside = useTexts(besideHomeTexts);
  return (
    <Card padding="none">
      <EmptyState
        icon={<CalendarPlus />}
        title={
          <span role="heading" aria-level={2}>
            {beside.nothingAhead}
          </span>
        }
        action={
          <Link to="/book" className={buttonClass({ variant: "primary" })}>
            {texts.bookSomething}
          </Link>
        }
      >
        {beside.nothingAheadText}
      </EmptyState>
    </Card>
  );
}
