import { Link } from "@tanstack/react-router";
import type { PageBalance } from "@working-social/copier/schema";
import { Card, Section } from "@working-social/ui";
import { ChevronRight } from "lucide-react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "../credits/credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { printTexts } from "./print-texts.ts";

/** The pages of both kinds that are free now, and what is set aside; each leads to its explanation. */
export function PagesLeft({ balances }: { balances: readonly PageBalance[] }) {
  const texts = useTexts(printTexts);
  const credits = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const words = ({ unit, left, held }: PageBalance) => {
    const pages = units.quantity(unit, null, Math.abs(left));
    if (left < 0) return texts.balanceOwed(pages);
    return held > 0 ? texts.balanceHeld(pages, units.figure(unit, null, held)) : texts.balance(pages);
  };
  return (
    <Section title={texts.balances}>
      <Card className="flex flex-col gap-2">
        {balances.map((balance) => (
          <Link
            key={balance.unit}
            to="/credits/explain"
            search={{ unit: balance.unit }}
            className="figures -mx-2 flex min-h-9 items-center justify-between gap-3 rounded-md px-2 hover:bg-sunk touch:min-h-11"
          >
            <span className={balance.left < 0 ? "text-red" : undefined}>{words(balance)}</span>
            <span className="sr-only">{credits.explain}</span>
            <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-third" />
          </Link>
        ))}
      </Card>
    </Section>
  );
}
