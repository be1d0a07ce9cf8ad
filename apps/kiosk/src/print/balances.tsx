import type { PageBalance } from "@working-social/copier/schema";
import { useTexts } from "../texts/language.tsx";

export interface BalancesProps {
  balances: readonly PageBalance[];
  /** With what is set aside for prints that wait; without, what is left beside them. */
  withHeld?: boolean;
}

/** The pages of each kind. A kind that somebody never had is not spoken of. */
export function Balances({ balances, withHeld = false }: BalancesProps) {
  const texts = useTexts().balance;
  const shown = balances.filter(({ left, held }) => left !== 0 || held !== 0);
  if (shown.length === 0) return null;
  return (
    <section aria-label={texts.title}>
      <ul className="figures flex flex-wrap gap-x-6 gap-y-1 text-xl">
        {shown.map((balance) => (
          <li key={balance.unit}>{withHeld ? texts.have(balance) : texts.left(balance)}</li>
        ))}
      </ul>
    </section>
  );
}
