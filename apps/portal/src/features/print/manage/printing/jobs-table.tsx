import type { PrintJobView } from "@working-social/copier/schema";
import { Table, type TableColumn } from "@working-social/ui";
import type { ReactNode } from "react";
import { formatIn } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { useJobWords } from "./job-words.ts";

type JobsTableProps = {
  label: string;
  jobs: readonly PrintJobView[];
  zone: string;
  /** Between what it is and what can be done. */
  more?: TableColumn<PrintJobView>;
  action?: (job: PrintJobView) => ReactNode;
};

/** Prints: when, where, what. Titles stay with their owners. */
export function JobsTable({ label, jobs, zone, more, action }: JobsTableProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const format = formatIn(zone);
  const { workOf } = useJobWords();
  const columns: TableColumn<PrintJobView>[] = [
    {
      id: "what",
      header: texts.what,
      isRowHeader: true,
      cell: (job) => (
        <span className="flex flex-col">
          {workOf(job)}
          <span className="figures text-sm font-normal text-second sm:hidden">{format.dayTime(job.at)}</span>
        </span>
      ),
    },
    { id: "copier", header: texts.copier, isSecondary: true, cell: ({ deviceName }) => deviceName },
    {
      id: "when",
      header: texts.when,
      isSecondary: true,
      cell: ({ at }) => <span className="figures whitespace-nowrap text-second">{format.dayTime(at)}</span>,
    },
    ...(more ? [more] : []),
    ...(action
      ? [{ id: "action", header: texts.action, isHeaderHidden: true, align: "figures" as const, cell: action }]
      : []),
  ];
  return <Table label={label} columns={columns} rows={jobs} rowKey={({ id }) => id} />;
}
