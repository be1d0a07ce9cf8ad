import type { BalanceExplanation, MovementView } from "@working-social/credits/schema";
import { Table, type TableColumn } from "@working-social/ui";
import type { Format } from "../../lib/format.ts";
import { useTexts } from "../../texts/catalog.ts";
import { creditsTexts } from "../../texts/credits.ts";
import { creditUnitTexts } from "../../texts/credit-units.ts";
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
  const { unit, currency, opening, movements } = explanation;
  const rows: Row[] = [
    { id: "opening", label: texts.opening, note: openingNote, balance: opening },
    ...movements.map((movement) => ({ id: movement.id, movement })),
    { id: "closing", ...closing, balance: explanation.closing },
  ];
  const columns: TableColumn<Row>[] = [
    {
      id: "when",
      header: texts.columnWhen,
      isSecondary: true,
      className: "whitespace-nowrap text-second figures align-top",
      cell: (row) => ("movement" in row ? format.dayTime(row.movement.at) : ""),
    },
    {
      id: "what",
      header: texts.columnWhat,
      isRowHeader: true,
      className: "w-full",
      cell: (row) =>
        "movement" in row ? (
          <span className="font-normal">
            <MovementCause {...{ unit, currency, format }} movement={row.movement} />
            <span className="figures block text-sm text-second sm:hidden">{format.dayTime(row.movement.at)}</span>
          </span>
        ) : (
          <span className="font-semibold">
            {row.label} <span className="font-normal text-second">{row.note}</span>
          </span>
        ),
    },
    {
      id: "change",
      header: texts.columnChange,
      align: "figures",
      className: "whitespace-nowrap align-top",
      cell: (row) =>
        "movement" in row && (
          <span className={row.movement.quantity > 0 ? "text-accent" : undefined}>
            {units.signedFigure(unit, currency, row.movement.quantity)}
          </span>
        ),
    },
    {
      id: "balance",
      header: texts.columnBalance,
      align: "figures",
      className: "whitespace-nowrap align-top",
      cell: (row) =>
        "movement" in row ? (
          <span className="text-second">{units.figure(unit, currency, row.movement.balanceAfter)}</span>
        ) : (
          <span className="font-semibold">{units.figure(unit, currency, row.balance)}</span>
        ),
    },
  ];
  return (
    <Table
      label={texts.movements(units.name(unit), month)}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      density="compact"
    />
  );
}
