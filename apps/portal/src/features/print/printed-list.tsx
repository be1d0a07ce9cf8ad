import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import type { PrintJobStatus, PrintJobView } from "@working-social/copier/schema";
import { Badge, Button, Card, CardList, classNames, EmptyState, Section, type Tone } from "@working-social/ui";
import { FileCheck2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { formatPrice, formatIn, type Format } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";
import { jobFacts } from "./job-facts.ts";
import { printedOptions } from "./print-queries.ts";

/** A document that a link names is looked for this far back. */
const mostPages = 8;

interface PrintedListProps {
  timeZone: string;
  /** The document that a link came for. */
  wantedId: string | undefined;
}

/** What was printed, or ended otherwise: pages, and what paid for them. */
export function PrintedList({ timeZone, wantedId }: PrintedListProps) {
  const texts = useTexts(printTexts);
  const format = formatIn(timeZone);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useSuspenseInfiniteQuery(printedOptions());
  const jobs = data.pages
    .flatMap((page) => page.jobs)
    .filter(({ status }) => status !== "held" && status !== "released");
  const isMissing = wantedId !== undefined && !jobs.some(({ id }) => id === wantedId);
  const askedFor = useRef<string>(undefined);
  useEffect(() => {
    if (!isMissing || askedFor.current === wantedId) return;
    // It may have been printed since the list was asked for.
    askedFor.current = wantedId;
    void refetch();
  }, [isMissing, wantedId, refetch]);
  const isLooking = isMissing && hasNextPage && data.pages.length < mostPages;
  useEffect(() => {
    if (isLooking && !isFetchingNextPage) void fetchNextPage();
  }, [isLooking, isFetchingNextPage, fetchNextPage]);
  return (
    <Section title={texts.history}>
      {jobs.length === 0 && !hasNextPage ? (
        <Nothing />
      ) : (
        <CardList>
          {jobs.map((job) => (
            <PrintedJob key={job.id} {...{ job, format }} isWanted={job.id === wantedId} />
          ))}
        </CardList>
      )}
      {hasNextPage && (
        <Button className="self-center" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {texts.more}
        </Button>
      )}
    </Section>
  );
}

const tones: Partial<Record<PrintJobStatus, Tone>> = { unassigned: "amber", unpriced: "amber", uncounted: "amber" };

function PrintedJob({ job, format, isWanted }: { job: PrintJobView; format: Format; isWanted: boolean }) {
  const texts = useTexts(printTexts);
  const row = useRef<HTMLLIElement>(null);
  const isSettled = useRouterState({ select: ({ status }) => status === "idle" });
  useEffect(() => {
    if (!isWanted || !isSettled) return;
    // After the heading, which every navigation leads to.
    const timer = setTimeout(() => {
      row.current?.scrollIntoView({ block: "center" });
      row.current?.focus({ preventScroll: true });
    }, 0);
    return () => clearTimeout(timer);
  }, [isWanted, isSettled]);
  const words = job.isRefunded ? texts.refunded : job.status === "settled" ? null : texts.status(job.status);
  return (
    <li
      ref={row}
      // A link leads here: what it names takes the focus, so that it is read first.
      tabIndex={isWanted ? -1 : undefined}
      className={classNames(
        "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4",
        isWanted && "-mx-4 bg-accent-weak px-4 sm:-mx-5 sm:px-5",
      )}
    >
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="min-w-0 font-semibold wrap-anywhere">{job.title || texts.untitled}</span>
          {words && <Badge tone={tones[job.status] ?? "neutral"}>{words}</Badge>}
        </span>
        <span className="figures block text-sm text-second">
          {[format.dayTime(job.at), ...jobFacts(job, texts), job.deviceName].join(" · ")}
        </span>
      </span>
      <PaidBy job={job} />
    </li>
  );
}

/** What paid for it: credits, money, or nothing at all. */
function PaidBy({ job }: { job: PrintJobView }) {
  const texts = useTexts(printTexts);
  if (job.status !== "settled") return null;
  const paid = [
    ...(job.credits > 0 ? [texts.credits(job.credits)] : []),
    ...(job.moneyMinor > 0 ? [formatPrice(job.moneyMinor, job.currency)] : []),
    // The rest of what it costs is an open charge.
    ...(job.openMinor < job.moneyMinor
      ? [texts.paidLater(formatPrice(job.moneyMinor - job.openMinor, job.currency))]
      : []),
  ];
  return (
    <span className={classNames("figures text-end", job.isRefunded && "text-second line-through")}>
      {paid.length === 0
        ? texts.free
        : paid.map((part) => (
            <span key={part} className="block">
              {part}
            </span>
          ))}
    </span>
  );
}

function Nothing() {
  const texts = useTexts(printTexts);
  return (
    <Card padding="none">
      <EmptyState
        icon={<FileCheck2 />}
        title={
          <span role="heading" aria-level={3}>
            {texts.noHistoryTitle}
          </span>
        }
      >
        {texts.noHistoryText}
      </EmptyState>
    </Card>
  );
}
