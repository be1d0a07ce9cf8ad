import { Link } from "@tanstack/react-router";
import type { WalletView } from "@working-social/credits/schema";
import { Section } from "@working-social/ui";
import { useNow } from "../../lib/now.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "../credits/credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { BalanceMeter, plannedOf } from "../credits/balance-meter.tsx";
import { unitBalances, type UnitBalance } from "../credits/balances.ts";
import { lastDay } from "../credits/credit-days.ts";

/** What is left of each kind of credits, at a glance. Its height is known before it comes: 48 px a row. */
export function CreditsLeft({ wallet }: { wallet: WalletView }) {
  const texts = useTexts(creditsTexts);
  const now = useNow();
  const balances = unitBalances(wallet, now);
  const ends = new Set(balances.flatMap(({ until }) => until ?? []));
  const [until] = ends;
  const title = until && ends.size === 1 ? texts.leftUntil(lastDay(until, wallet.timeZone, now)) : texts.left;
  const all = (
    <Link to="/credits" className="text-sm font-semibold text-accent hover:underline">
      {texts.allCredits}
    </Link>
  );
  return (
    <Section title={title} action={all}>
      <ul className="rounded-lg border bg-surface px-4 py-3 sm:px-5">
        {balances.map((balance) => (
          <li key={balance.id} className="flex min-h-12 flex-col justify-center gap-1.5 py-1">
            <Row balance={balance} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/**
 * "Room time · 9 h of 10 h · 30 min planned", and the bar; without a plan there is no whole to draw. First stands all that can be
 * used, packs and gifts as well; then it is of no plan's whole. "0 pages · 20 set aside": of what waits at the copier it has to
 * be said, so that nobody takes it for used.
 */
function Row({ balance }: { balance: UnitBalance }) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, given, usable, setAside, extra, owed } = balance;
  const planned = plannedOf(balance);
  const isOfPlan = given > 0;
  const isOfWhole = isOfPlan && setAside === 0 && extra === 0;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span>{units.name(unit)}</span>
        <span className="figures text-second">
          {owed > 0 ? (
            <span className="font-semibold text-red">{texts.owedShort(units.quantity(unit, currency, owed))}</span>
          ) : (
            <span className="font-semibold text-ink">
              {isOfWhole ? units.figure(unit, currency, usable) : units.whole(unit, currency, usable)}
            </span>
          )}
          {isOfWhole && ` ${texts.ofWhole(units.whole(unit, currency, given))}`}
          {setAside > 0 && ` · ${texts.setAside(units.figure(unit, currency, setAside))}`}
          {planned > 0 && ` · ${texts.planned(units.figure(unit, currency, planned))}`}
        </span>
      </p>
      {isOfPlan && <BalanceMeter balance={balance} className="h-1.5" />}
    </>
  );
}
