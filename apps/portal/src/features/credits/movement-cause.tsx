import type { CreditUnit, MovementView } from "@working-social/credits/schema";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts, type CreditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { CauseLink } from "./cause-link.tsx";
import { monthName } from "./months.ts";

interface MovementCauseProps {
  movement: MovementView;
  unit: CreditUnit;
  currency: string | null;
  format: Format;
}

const link = "font-medium text-accent hover:underline";

/** Why credits moved: the booking or the document as a link, the plan, the pack, or the reason that somebody gave. */
export function MovementCause({ movement, unit, currency, format }: MovementCauseProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { cause, reason, own, team } = movement;
  const isMixed = own !== 0 && team !== 0;
  // "Changed · since it was changed" says it twice.
  const isSaid = movement.kind === "change" && reason === "changed";
  const why = reason && reason !== cause?.label && !isSaid ? [texts.reason(reason)] : [];
  const isOurs = movement.kind === "refund" && cause?.type === "booking";
  const notes = [
    movement.carried > 0 ? texts.carried(units.quantity(unit, currency, movement.carried)) : texts.kind(movement.kind),
    ...(isOurs ? why : []),
    ...(movement.usedAt ? [texts.usedAt(format.dayTime(movement.usedAt))] : []),
    ...(team !== 0 ? [isMixed ? texts.teamPart(units.quantity(unit, currency, Math.abs(team))) : texts.fromTeam] : []),
    ...(isOurs ? [] : why),
  ];
  return (
    <span className="block min-w-0 wrap-anywhere">
      <Cause cause={cause} />
      <span className="block text-sm text-second">{notes.join(" · ")}</span>
    </span>
  );
}

function Cause({ cause }: Pick<MovementView, "cause">) {
  const texts = useTexts(creditsTexts);
  if (cause === null) return texts.byColleague;
  return (
    <CauseLink cause={cause} isOwn className={link}>
      {causeWords(cause, texts)}
    </CauseLink>
  );
}

function causeWords({ type, label }: NonNullable<MovementView["cause"]>, texts: CreditsTexts): string {
  // What a plan gives is called after its month, and so it is when it ends.
  if ((type === "plan" || type === "lot") && /^\d{4}-\d\d$/.test(label)) return texts.planOf(monthName(label));
  if (type === "pack_purchase") return texts.pack(label);
  return type === "overdraft" ? texts.causeType[type] : label || texts.causeType[type];
}
