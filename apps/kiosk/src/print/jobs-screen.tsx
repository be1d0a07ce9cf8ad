import type { KioskStatus, WaitingJobs, WaitingJobView } from "@working-social/copier/schema";
import { Button } from "@working-social/ui";
import { useTexts } from "../texts/language.tsx";
import { visitNotice } from "./announcement.ts";
import { Balances } from "./balances.tsx";
import { JobCard } from "./job-card.tsx";
import { Notice } from "./notice.tsx";
import { ScreenTitle } from "./screen-title.tsx";
import { inOrder, sumOf } from "./split.ts";
import type { VisitActions } from "./use-visit.ts";
import type { Visit, VisitNotice, Work } from "./visit.ts";
import { releasable } from "./visit.ts";

export interface JobsScreenProps extends Pick<VisitActions, "dispatch" | "release" | "remove" | "openShelf"> {
  visit: Extract<Visit, { at: "jobs" }>;
  status: KioskStatus | null;
  isReached: boolean;
  onLeave: () => void;
}

/** What waits for this person, and what each would cost, before anything is tapped. */
export function JobsScreen({ visit, dispatch, release, remove, openShelf, ...props }: JobsScreenProps) {
  const { person, work, notice, deleting } = visit;
  const { status, isReached, onLeave } = props;
  const texts = useTexts();
  const waiting = person.jobs.filter((job) => job.status === "held");
  return (
    <main className="flex w-full max-w-5xl flex-1 flex-col gap-5 self-center py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1">
          <ScreenTitle>{person.personName}</ScreenTitle>
          <p className="text-xl text-second">{texts.jobs.waiting(waiting.length)}</p>
        </div>
        <div className="flex flex-wrap gap-3">
          {/* Who taps Print and then this wants both; without a network, it calls the print off. */}
          <Button size="kiosk" isDisabled={work !== null && isReached} onPress={onLeave}>
            {texts.jobs.leave}
          </Button>
          <ReleaseAll jobs={inOrder(releasable(person), person.balances)} work={work} onRelease={release} />
        </div>
      </div>
      {notice && <Notice tone={toneOf(notice)}>{visitNotice(texts, notice, person.jobs)}</Notice>}
      {person.jobs.length === 0 && status && (
        <p className="text-2xl text-balance">{texts.jobs.none(status.deviceName)}</p>
      )}
      <ul className="flex flex-col gap-4">
        {person.jobs.map((job) => (
          <JobCard
            key={job.id}
            job={job}
            isWorking={isWorkedOn(job, work)}
            isWaiting={work !== null}
            isDeleting={deleting === job.id}
            onRelease={() => release([job])}
            onAsk={() => dispatch({ type: "ask_to_delete", jobId: job.id })}
            onKeep={() => dispatch({ type: "keep" })}
            onDelete={() => remove(job)}
          />
        ))}
      </ul>
      <Elsewhere elsewhere={person.elsewhere} />
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <Balances balances={person.balances} withHeld />
        <Button size="kiosk" isPending={work?.kind === "packs"} isDisabled={isElse(work, "packs")} onPress={openShelf}>
          {texts.balance.topUp}
        </Button>
      </div>
    </main>
  );
}

function toneOf({ kind }: VisitNotice): "accent" | "amber" | "red" {
  if (kind === "deleted" || kind === "bought") return "accent";
  return kind === "refused" ? "red" : "amber";
}

function isWorkedOn({ id }: WaitingJobView, work: Work | null): boolean {
  if (work?.kind === "release") return work.jobIds.includes(id);
  return work?.kind === "delete" && work.jobId === id;
}

function isElse(work: Work | null, kind: Work["kind"]): boolean {
  return work !== null && work.kind !== kind;
}

function Elsewhere({ elsewhere }: Pick<WaitingJobs, "elsewhere">) {
  const texts = useTexts().jobs;
  if (elsewhere.length === 0) return null;
  return (
    <p className="text-lg text-second">
      {elsewhere.map(({ deviceName, jobCount }) => texts.elsewhere(deviceName, jobCount)).join(" ")}
    </p>
  );
}

/** One tap for all of them, with the sum on it. For one job alone its own button is enough. */
function ReleaseAll({
  jobs,
  work,
  onRelease,
}: {
  jobs: WaitingJobView[];
  work: Work | null;
  onRelease: (jobs: WaitingJobView[]) => void;
}) {
  const texts = useTexts();
  if (jobs.length < 2) return null;
  const { moneyMinor, currency } = sumOf(jobs);
  return (
    <Button
      size="kiosk"
      variant="primary"
      isPending={work?.kind === "release"}
      isDisabled={isElse(work, "release")}
      onPress={() => onRelease(jobs)}
    >
      {texts.jobs.releaseAll(jobs.length, moneyMinor > 0 ? texts.money(moneyMinor, currency) : null)}
    </Button>
  );
}
