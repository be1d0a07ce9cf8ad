import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TableColumn<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** figures: right-aligned tabular numbers. */
  align?: "start" | "figures" | undefined;
  /** The column that names the row; screen readers repeat it. */
  isRowHeader?: boolean | undefined;
  isHeaderHidden?: boolean | undefined;
  /** Left out on a phone. */
  isSecondary?: boolean | undefined;
  className?: string | undefined;
};

export type TableProps<Row> = {
  /** The table's name, read aloud. */
  label: string;
  columns: ReadonlyArray<TableColumn<Row>>;
  rows: ReadonlyArray<Row>;
  rowKey: (row: Row) => string;
  density?: "comfortable" | "compact" | undefined;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  className?: string | undefined;
};

/** A plain table with hairlines. It scrolls sideways when it must, also by keyboard. Links and buttons go into its cells. */
export function Table<Row>({ label, columns, rows, rowKey, density = "compact", empty, className }: TableProps<Row>) {
  const padding = density === "compact" ? "py-2" : "py-3.5";
  return (
    <div
      role="group"
      aria-label={label}
      // What scrolls must be reachable by keyboard (WCAG 2.1.1).
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      // What is for screen readers only lies out of the flow: without a place of its own it would widen the page.
      className={classNames("relative overflow-x-auto rounded-lg border bg-surface", className)}
    >
      <table className="w-full border-collapse text-base">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cellClass(column, "py-2 text-sm font-medium text-second sm:whitespace-nowrap")}
              >
                {column.isHeaderHidden ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-paper">
              {columns.map((column) => (
                <Cell key={column.id} column={column} row={row} padding={padding} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}

function Cell<Row>({ column, row, padding }: { column: TableColumn<Row>; row: Row; padding: string }) {
  const content = column.cell(row);
  if (!column.isRowHeader) return <td className={cellClass(column, padding)}>{content}</td>;
  return (
    <th scope="row" className={cellClass(column, classNames(padding, "font-medium"))}>
      {content}
    </th>
  );
}

function cellClass<Row>(column: TableColumn<Row>, more: string): string {
  return classNames(
    "px-3 first:ps-4 last:pe-4 sm:first:ps-5 sm:last:pe-5",
    column.align === "figures" ? "figures text-end" : "text-start",
    column.isSecondary && "max-sm:hidden",
    column.className,
    more,
  );
}
