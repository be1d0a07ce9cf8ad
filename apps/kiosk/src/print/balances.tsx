import type { PageBalance } from "@working-social/copier/schema";
import { texts } from "./texts.ts";

/** What is left of each kind of page. A kind that somebody never had says nothing about them. */
export function Balances({ balances }: { balances: readonly PageBalance[] }) {
  const shown = balances.filter(({ left, held }) => left !== 0 || held !== 0);
  if (shown.length === 0) return null;
  return (
    <section aria-label={texts.jobs.balances}>
      <ul className="figures flex flex-wrap gap-x-6 gap-y-1 text-xl">
        {shown.map((balance) => (
          <li key={balance.unit}>{texts.jobs.left(balance)}</li>
        ))}
      </ul>
    </section>
  );
}
