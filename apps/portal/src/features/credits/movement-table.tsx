import type { BalanceExplanation, MovementView } from "@working-social/credits/schema";
import { Table, type TableColumn } from "@working-social/ui";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts, type CreditsTexts } from "./credits-texts.ts";
import { creditUnitTexts, type CreditUnitTexts } from "../../lib/texts/credit-units.ts";
import { MovementCause } from "./movement-cause.tsx";

type Row =
  | { id: "opening" | "closing"; label: string; note: string; balance: number }
  | { id: string; movement: MovementView };

interface MovementTableProps {
  explanation: BalanceExplanation;
  /** November 2026 */
  month: string;
  /** Of the first and the last moment that is shown. */
  openingNote: string;
  closing: { label: string; note: string };
  format: Format;
}

/** Opening, every movement with its cause, closing: each line says what the balance was after it. */
export function MovementTable({ explanation, month, openingNote, closing, format }: MovementTableProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, opening, movements } = explanation;
  const rows: Row[] = [
    { id: "opening", label: texts.opening, note: openingNote, balance: opening },
    ...movements.map((movement) => ({ id: movement.id, movement })),
    { id: "closing", ...closing, balance: explanation.closing },
  ];
  return (
    <Table
      label={texts.movements(units.name(unit), month)}
      columns={columnsOf(explanation, format, texts, units)}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

/** On a phone the time stands below the cause, and the balance below the change. */
function columnsOf(
  { unit, currency }: BalanceExplanation,
  format: Format,
  texts: CreditsTexts,
  units: CreditUnitTexts,
): TableColumn<Row>[] {
  const top = "whitespace-nowrap align-top";
  const balanceOf = (row: Row) => (
    <span className={"movement" in row ? "text-second" : "font-semibold"}>
      {units.figure(unit, currency, "movement" in row ? row.movement.balanceAfter : row.balance)}
    </span>
  );
  const whenOf = (row: Row) => ("movement" in row ? format.dayTime(row.movement.at) : "");
  return [
    { id: "when", header: texts.columnWhen, isSecondary: true, className: `${top} figures text-second`, cell: whenOf },
    {
      id: "what",
      header: texts.columnWhat,
      isRowHeader: true,
      className: "w-full",
      cell: (row) =>
        "movement" in row ? (
          <span className="font-normal">
            <MovementCause {...{ unit, currency, format }} movement={row.movement} />
            <span className="figures block text-sm text-second sm:hidden">{whenOf(row)}</span>
          </span>
        ) : (
          <span className="font-semibold">
            {row.label} <span className="font-normal text-second">{row.note}</span>
          </span>
        ),
    },
    {
      id: "change",
      header: (
        <>
          {texts.columnChange}
          <span className="block sm:hidden">{texts.columnBalance}</span>
        </>
      ),
      align: "figures",
      className: top,
      cell: (row) => (
        <>
          {"movement" in row && (
            <span className={row.movement.quantity > 0 ? "text-accent" : undefined}>
              {units.signedFigure(unit, currency, row.movement.quantity)}
            </span>
          )}
          <span className="block sm:hidden">{balanceOf(row)}</span>
        </>
      ),
    },
    {
      id: "balance",
      header: texts.columnBalance,
      align: "figures",
      isSecondary: true,
      className: top,
      cell: balanceOf,
    },
  ];
}
