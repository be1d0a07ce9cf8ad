import { classNames } from "@working-social/ui";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import type { UnitBalance } from "./balances.ts";

/** From here down it is time to think of a pack. */
const lowShare = 0.2;

/** Stripes, so that planned and left differ without colour. */
export const hatched =
  "bg-[repeating-linear-gradient(135deg,currentColor_0_2px,transparent_2px_5px)] forced-colors:bg-[ButtonText]";

/** Dots for what is set aside: not used yet, but not free either. */
export const dotted =
  "bg-[radial-gradient(currentColor_1px,transparent_1.3px)] bg-size-[4px_4px] forced-colors:bg-[GrayText]";

/** What is used by what is still to come, of what the plan gave now. */
export function plannedOf({ given, planLeft, ahead, setAside }: UnitBalance): number {
  return Math.max(Math.min(ahead, given - planLeft - setAside), 0);
}

export function isLow({ given, usable, setAside }: UnitBalance): boolean {
  return usable + setAside <= given * lowShare;
}

/** What is left of what the plan gave, as a bar: solid what is left, hatched what is planned; read aloud in words. */
export function BalanceMeter({ balance, className }: { balance: UnitBalance; className?: string }) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, given, planLeft, setAside } = balance;
  const planned = plannedOf(balance);
  const quantity = (n: number) => units.quantity(unit, currency, n);
  const words = [
    texts.barLeft(quantity(planLeft), quantity(given)),
    ...(setAside > 0 ? [texts.setAside(quantity(setAside))] : []),
    ...(planned > 0 ? [texts.planned(quantity(planned))] : []),
  ];
  const tone = isLow(balance) ? "text-amber" : "text-accent";
  return (
    <div
      role="meter"
      aria-label={units.name(unit)}
      aria-valuenow={planLeft}
      aria-valuemin={0}
      aria-valuemax={given}
      aria-valuetext={texts.barParts(words)}
      className={classNames("flex overflow-hidden rounded-full bg-sunk forced-colors:border", tone, className)}
    >
      <Part share={planLeft / given} className="bg-current forced-colors:bg-[Highlight]" />
      <Part share={setAside / given} className={dotted} />
      <Part share={planned / given} className={hatched} />
    </div>
  );
}

function Part({ share, className }: { share: number; className: string }) {
  const percent = Math.min(Math.max(share, 0), 1) * 100;
  return <div className={classNames("h-full transition-[width]", className)} style={{ width: `${percent}%` }} />;
}
