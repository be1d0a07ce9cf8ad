import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { LocationView, ResourceView } from "@working-social/booking/schema";
import type { LocalDate } from "@working-social/kernel";
import { toLocal } from "@working-social/kernel";
import { Button, ErrorState, IconButton, Select, Skeleton, classNames } from "@working-social/ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { refusalOf, refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import type { SetSearch } from "../use-book-page.ts";
import { MonthGrid } from "./month-grid.tsx";
import { MyMonth } from "./my-month.tsx";
import { addMonths, monthOf } from "./month-model.ts";
import { monthName } from "../../../lib/month-name.ts";

type MonthViewProps = {
  location: LocationView;
  /** The day that the grid stands on. */
  date: LocalDate;
  /** One resource's month; null: the whole location's. */
  resourceId: string | null;
  resources: readonly ResourceView[];
  onSearch: SetSearch;
};

/** How full each day is, and one's own bookings in it; a day is the way into its timeline. */
export function MonthView({ location, date, resourceId, resources, onSearch }: MonthViewProps) {
  const texts = useTexts(bookTexts);
  const month = monthOf(date);
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery(
    trpc.availability.month.queryOptions(
      { locationId: location.id, resourceId, month },
      { placeholderData: keepPreviousData },
    ),
  );
  const today = toLocal(useNow(), location.timeZone).date;
  const openDay = (chosen: LocalDate) => onSearch({ view: undefined, date: chosen, resource: resourceId ?? undefined });
  return (
    <div className="flex flex-col gap-5">
      <MonthBar {...{ date, today, resourceId, resources, onSearch }} />
      {error && !data ? (
        <ErrorState title={texts.monthErrorTitle} onRetry={() => void refetch()} isRetrying={isFetching}>
          {refusalSentence(refusalOf(error), formatIn(location.timeZone))}
        </ErrorState>
      ) : data ? (
        <div className={classNames("flex flex-col gap-6 transition-opacity", isPlaceholderData && "opacity-55")}>
          <MonthGrid
            view={data}
            {...{ date, today }}
            onDate={(next) => onSearch({ date: next }, { replace: true })}
            onOpen={openDay}
          />
          <MyMonth view={data} />
        </div>
      ) : (
        <Skeleton className="h-[34rem] w-full rounded-md" />
      )}
    </div>
  );
}

type MonthBarProps = Pick<MonthViewProps, "date" | "resourceId" | "resources" | "onSearch"> & { today: LocalDate };

function MonthBar({ date, today, resourceId, resources, onSearch }: MonthBarProps) {
  const texts = useTexts(bookTexts);
  const go = (months: number) => onSearch({ date: addMonths(date, months) });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <h2 aria-live="polite" className="min-w-36 text-lg font-semibold sm:me-2 sm:min-w-44">
        {monthName(date)}
      </h2>
      <IconButton size="small" aria-label={texts.previousMonth} onPress={() => go(-1)}>
        <ChevronLeft aria-hidden="true" className="size-4" />
      </IconButton>
      <IconButton size="small" aria-label={texts.nextMonth} onPress={() => go(1)}>
        <ChevronRight aria-hidden="true" className="size-4" />
      </IconButton>
      {monthOf(date) !== monthOf(today) && (
        <Button size="small" variant="quiet" onPress={() => onSearch({ date: today })}>
          {texts.thisMonth}
        </Button>
      )}
      <Select
        layout="chip"
        className="sm:ms-auto"
        label={texts.shownResource}
        value={resourceId ?? "all"}
        options={[{ id: "all", label: texts.whole }, ...resources.map(({ id, name }) => ({ id, label: name }))]}
        onChange={(id) => onSearch({ only: id === "all" ? undefined : id }, { replace: true })}
      />
    </div>
  );
}
