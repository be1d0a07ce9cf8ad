import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocalDate } from "@working-social/kernel";
import { DateField, EmptyState, Select } from "@working-social/ui";
import { BookOpenText } from "lucide-react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { Entries } from "./entries.tsx";
import { journalTexts } from "./journal-texts.ts";
import { TrialBalance } from "./trial-balance.tsx";

/** Whose books, and at which day. */
export interface JournalView {
  sellerId: string;
  on: LocalDate;
}
type JournalPageProps = { view: JournalView | null; onView: (view: JournalView) => void };

/** A seller's books: what each account comes to at a day, and every entry with its document. */
export function JournalPage({ view, onView }: JournalPageProps) {
  const texts = useTexts(journalTexts);
  const { data: sellers } = useSuspenseQuery(trpc.sellers.list.queryOptions());
  if (view === null) {
    return (
      <ManagePage section="journal" subtitle={texts.subtitle}>
        <EmptyState icon={<BookOpenText />} title={texts.noSellerTitle}>
          {texts.noSellerText}
        </EmptyState>
      </ManagePage>
    );
  }
  return (
    <ManagePage section="journal" subtitle={texts.subtitle}>
      <div className="flex flex-wrap gap-4">
        {sellers.length > 1 && (
          <Select
            label={texts.seller}
            options={sellers.map(({ id, legalName }) => ({ id, label: legalName }))}
            value={view.sellerId}
            onChange={(sellerId) => onView({ ...view, sellerId })}
            className="w-full sm:w-64"
          />
        )}
        <DateField
          label={texts.on}
          value={view.on}
          onChange={(on) => on !== "" && onView({ ...view, on })}
          className="w-full sm:w-48"
        />
      </div>
      <TrialBalance view={view} />
      <Entries sellerId={view.sellerId} />
    </ManagePage>
  );
}
