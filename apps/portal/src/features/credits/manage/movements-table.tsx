import type { BalanceExplanation, MovementView } from "@working-social/credits/schema";
import { dayInterval } from "@working-social/kernel";
import { Table, type TableColumn } from "@working-social/ui";
import type { ReactNode } from "react";
import { formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditsTexts } from "../credits-texts.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { CauseWords } from "./cause-words.tsx";
import type { OwnerCredits } from "./credit-owner.ts";
import { labelText } from "./label-text.ts";
import { dayText, lastDayText } from "./last-day.ts";

interface Row {
  id: string;
  when: ReactNode;
  what: ReactNode;
  change: string;
  after: string;
}

type MovementsTableProps = { explanation: BalanceExplanation; credits: OwnerCredits };

/** The statement as a table that adds up: opening + each change = closing. */
export function MovementsTable({ explanation, credits }: MovementsTableProps) {
  const { explain: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const format = formatIn(credits.timeZone);
  const now = useNow();
  const { unit, currency, movements, opening, closing, from, to, expiresNext } = explanation;
  const amount = (n: number) => units.quantity(unit, currency, n);
  const dayOf = (date: string) => dayText(dayInterval(date, credits.timeZone).start, format, now);
  const rows: Row[] = [
    { id: "opening", when: "", what: texts.opening(dayOf(from)), change: "", after: amount(opening) },
    ...movements.map((movement) => ({
      id: movement.id,
      when: `${dayText(Date.parse(movement.at), format, now)}, ${format.time(movement.at)}`,
      what: <What movement={movement} notes={[carriedOf(movement), splitOf(movement)]} />,
      change: units.signed(unit, currency, movement.quantity),
      after: amount(movement.balanceAfter),
    })),
    { id: "closing", when: "", what: texts.closing(dayOf(to)), change: "", after: amount(closing) },
  ];
  function splitOf({ own, team }: MovementView): string | null {
    const signed = (n: number) => units.signed(unit, currency, n);
    return own !== 0 && team !== 0 ? texts.ownAndTeam(signed(own), signed(team)) : null;
  }
  function carriedOf({ carried }: MovementView): string | null {
    return carried > 0 ? texts.carried(amount(carried)) : null;
  }
  return (
    <>
      <Table label={texts.table} columns={useColumns()} rows={rows} rowKey={({ id }) => id} />
      {movements.length === 0 && <p className="text-second">{texts.nothing}</p>}
      {expiresNext.length > 0 && (
        <div className="text-sm">
          <h3 className="font-semibold">{texts.next}</h3>
          <ul className="text-second">
            {expiresNext.map(({ at, quantity, label }) => (
              <li key={`${at} ${label}`} className="figures wrap-anywhere">
                {texts.nextAt(amount(quantity), labelText(label), lastDayText(at, format, now))}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function useColumns(): TableColumn<Row>[] {
  const { explain: texts } = useTexts(manageCreditsTexts);
  return [
    {
      id: "when",
      header: texts.when,
      isSecondary: true,
      cell: ({ when }) => <span className="figures whitespace-nowrap text-second">{when}</span>,
    },
    {
      id: "what",
      header: texts.what,
      isRowHeader: true,
      cell: ({ what, when }) => (
        <span className="flex flex-col">
          {what}
          {when && <span className="figures text-sm font-normal text-second sm:hidden">{when}</span>}
        </span>
      ),
    },
    { id: "change", header: texts.change, align: "figures", cell: ({ change }) => change },
    { id: "after", header: texts.after, align: "figures", cell: ({ after }) => after },
  ];
}

/** What happened, and to what it belongs: a booking leads to its page. */
function What({ movement, notes: facts }: { movement: MovementView; notes: readonly (string | null)[] }) {
  const { explain: texts } = useTexts(manageCreditsTexts);
  const { kind, cause, reason } = movement;
  const { reason: reasonWords } = useTexts(creditsTexts);
  // "Changed · since it was changed" says it twice.
  const isSaid = reason === null || reason === cause?.label || (kind === "change" && reason === "changed");
  const notes = [isSaid ? null : reasonWords(reason), ...facts].filter(Boolean).join(" · ");
  return (
    <span className="flex min-w-28 flex-col wrap-anywhere">
      <span>
        {texts.movements[kind]}
        <span className="font-normal text-second">
          {" · "}
          {cause ? <CauseWords cause={cause} /> : texts.colleague}
        </span>
      </span>
      {notes && <span className="text-sm font-normal text-second">{notes}</span>}
    </span>
  );
}
