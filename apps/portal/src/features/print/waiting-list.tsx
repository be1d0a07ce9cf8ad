import { splitsInOrder, type Split } from "@working-social/copier/rules";
import type { WaitingJobs, WaitingJobView } from "@working-social/copier/schema";
import type { WalletView } from "@working-social/credits/schema";
import { Button, Callout, Card, EmptyState, Section } from "@working-social/ui";
import { Printer } from "lucide-react";
import { formatPrice } from "../../lib/format.ts";
import { refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { printTexts } from "./print-texts.ts";
import { useRelease, type Releaser } from "./use-release.ts";
import { WaitingJob } from "./waiting-job.tsx";

interface WaitingListProps {
  waiting: WaitingJobs;
  wallet: WalletView;
  timeZone: string;
}

/** What waits at the copier, each with its price and its split before it is released; all at once, too. */
export function WaitingList({ waiting, wallet, timeZone }: WaitingListProps) {
  const texts = useTexts(printTexts);
  const releaser = useRelease();
  const { jobs } = waiting;
  const held = jobs.filter(({ status, priceMinor }) => status === "held" && priceMinor !== null);
  return (
    <Section
      title={
        <>
          {texts.waiting}
          <span role="status" className="sr-only">
            {` ${texts.waitingCount(jobs.length)}`}
          </span>
        </>
      }
    >
      {jobs.length === 0 ? (
        <Nothing />
      ) : (
        <Card padding="none">
          <ul className="divide-y divide-line [&>li]:p-4 sm:[&>li]:p-5">
            {jobs.map((job) => (
              <WaitingJob key={job.id} {...{ job, wallet, timeZone, releaser }} />
            ))}
          </ul>
          {held.length > 1 && <AllTogether {...{ wallet, releaser }} waiting={{ ...waiting, jobs: held }} />}
        </Card>
      )}
    </Section>
  );
}

type AllTogetherProps = Pick<WaitingListProps, "waiting" | "wallet"> & { releaser: Releaser };

/** What all of them take together, where each counts only on what the ones before leave. */
function AllTogether({ waiting, wallet, releaser }: AllTogetherProps) {
  const texts = useTexts(printTexts);
  const { jobs } = waiting;
  const mayOwe = (unit: WaitingJobView["unit"]) =>
    wallet.overdrafts.filter((one) => one.unit === unit).reduce((sum, { left }) => sum + left, 0);
  const splits = new Map(splitsInOrder(jobs, waiting.balances, mayOwe).map((job) => [job.id, job]));
  const splitOf = (job: WaitingJobView): Split => splits.get(job.id) ?? job;
  const money = moneyOf(jobs, splitOf);
  const { refused } = releaser;
  return (
    <div className="flex flex-col gap-3 border-t bg-paper p-4 first:rounded-t-lg last:rounded-b-lg sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 grow basis-64">
          <span className="font-semibold">{texts.allTogether(jobs.length)}</span>
          <TogetherWords jobs={jobs} splitOf={splitOf} money={money} />
        </p>
        <Button
          isPending={releaser.pendingId !== null}
          onPress={() => releaser.run(jobs.map((job) => ({ job, split: splitOf(job) })))}
        >
          {money ? texts.releaseAllFor(jobs.length, money) : texts.releaseAll(jobs.length)}
        </Button>
      </div>
      {refused && refused.of > 1 && (
        <Callout tone="amber" isLive title={texts.someReleased(refused.done, refused.of)}>
          {refusalSentence(refused.refusal)}
        </Callout>
      )}
    </div>
  );
}

interface TogetherWordsProps {
  jobs: readonly WaitingJobView[];
  splitOf: (job: WaitingJobView) => Split;
  money: string;
}

function TogetherWords({ jobs, splitOf, money }: TogetherWordsProps) {
  const texts = useTexts(printTexts);
  const units = useTexts(creditUnitTexts);
  const pages = (["mono_pages", "colour_pages"] as const).flatMap((unit) => {
    const credits = jobs.filter((job) => job.unit === unit).reduce((sum, job) => sum + splitOf(job).credits, 0);
    return credits > 0 ? [units.quantity(unit, null, credits)] : [];
  });
  const credits = pages.length > 0 ? [texts.fromCredits(pages, "credits")] : [];
  return (
    <span className="figures block text-sm text-second">{texts.split([...credits, money || texts.nothingMore])}</span>
  );
}

/** "$2.50", by currency where copiers of several countries wait; empty: nothing. */
function moneyOf(jobs: readonly WaitingJobView[], splitOf: (job: WaitingJobView) => Split): string {
  const sums = new Map<string, number>();
  for (const job of jobs) sums.set(job.currency, (sums.get(job.currency) ?? 0) + splitOf(job).moneyMinor);
  return [...sums]
    .filter(([, minor]) => minor > 0)
    .map(([currency, minor]) => formatPrice(minor, currency))
    .join(" + ");
}

function Nothing() {
  const texts = useTexts(printTexts);
  return (
    <Card padding="none">
      <EmptyState
        icon={<Printer />}
        title={
          <span role="heading" aria-level={3}>
            {texts.nothingTitle}
          </span>
        }
      >
        {texts.nothingText}
      </EmptyState>
    </Card>
  );
}
