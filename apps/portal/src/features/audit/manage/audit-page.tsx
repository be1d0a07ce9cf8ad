import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AuditEntryView } from "@working-social/directory/schema";
import { Callout, EmptyState, Table, type TableColumn, buttonClass } from "@working-social/ui";
import { ScrollText } from "lucide-react";
import { formatIn } from "../../../lib/format.ts";
import { useLocations } from "../../../lib/location.ts";
import { actorTexts, actorWords } from "../actor-texts.ts";
import { auditTexts } from "../audit-texts.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { ManagePage } from "../../manage/frame/manage-page.tsx";
import { LoadMore } from "../../manage/list/load-more.tsx";
import { auditPages } from "./audit-pages.ts";
import { entryDetail } from "../history-words.ts";
import { entrySentence } from "./audit-words.ts";
import { SubjectLink } from "./subject-link.tsx";

/** Who did what, when, and why. */
export function AuditPage({ subjectId }: { subjectId: string | null }) {
  const texts = useTexts(auditTexts);
  const query = useSuspenseInfiniteQuery(auditPages(subjectId));
  const entries = query.data.pages.flatMap((page) => page.entries);
  const columns = useColumns(subjectId !== null);
  return (
    <ManagePage section="audit" subtitle={texts.subtitle}>
      {subjectId && <Filtered subjectType={entries[0]?.subjectType} />}
      <Table
        label={texts.subtitle}
        columns={columns}
        rows={entries}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={<ScrollText />} title={texts.empty}>
            {texts.emptyText}
          </EmptyState>
        }
      />
      <LoadMore query={query} />
    </ManagePage>
  );
}

function Filtered({ subjectType = "" }: { subjectType: string | undefined }) {
  const texts = useTexts(auditTexts);
  return (
    <Callout
      actions={
        <Link to="/manage/audit" className={buttonClass({ size: "small" })}>
          {texts.showAll}
        </Link>
      }
    >
      {texts.filtered(subjectType)}
    </Callout>
  );
}

function useColumns(isFiltered: boolean): TableColumn<AuditEntryView>[] {
  const [texts, actors] = [useTexts(auditTexts), useTexts(actorTexts)];
  const format = formatIn(useLocations().location?.timeZone ?? "UTC");
  const columns: TableColumn<AuditEntryView>[] = [
    {
      id: "when",
      header: texts.when,
      isSecondary: true,
      cell: ({ at }) => <span className="figures whitespace-nowrap">{format.dayTime(at)}</span>,
    },
    { id: "who", header: texts.who, isSecondary: true, cell: (entry) => actorWords(entry, actors) },
    {
      id: "what",
      header: texts.what,
      isRowHeader: true,
      cell: (entry) => <What entry={entry} when={format.dayTime(entry.at)} />,
    },
    { id: "why", header: texts.why, isSecondary: true, cell: ({ reason }) => reason ?? "–" },
  ];
  if (isFiltered) return columns;
  return [
    ...columns,
    {
      id: "only",
      header: texts.only,
      isHeaderHidden: true,
      isSecondary: true,
      align: "figures",
      cell: (entry) => <Only entry={entry} />,
    },
  ];
}

/** What happened, which leads to what it happened to, and what of it changed; on a phone also what its other columns say. */
function What({ entry, when }: { entry: AuditEntryView; when: string }) {
  const [texts, actors] = [useTexts(auditTexts), useTexts(actorTexts)];
  const detail = entryDetail(entry);
  return (
    <span className="block min-w-40 wrap-anywhere">
      <SubjectLink entry={entry}>{entrySentence(entry)}</SubjectLink>
      {detail && <span className="figures block text-sm font-normal text-second">{detail}</span>}
      <span className="figures block text-sm font-normal text-second sm:hidden">
        {texts.line(when, actorWords(entry, actors), entry.reason)}
      </span>
    </span>
  );
}

function Only({ entry }: { entry: AuditEntryView }) {
  const texts = useTexts(auditTexts);
  return (
    <Link
      to="/manage/audit"
      search={{ subject: entry.subjectId }}
      aria-label={texts.onlyHint(entry.subjectType)}
      className="inline-flex items-center text-sm whitespace-nowrap text-accent underline-offset-3 hover:underline touch:min-h-11"
    >
      {texts.only}
    </Link>
  );
}
