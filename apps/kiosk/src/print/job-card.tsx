import type { PrintJobView, WaitingJobView } from "@working-social/copier/schema";
import { Button } from "@working-social/ui";
import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import type { KioskTexts } from "../texts/kiosk-texts.ts";
import { useTexts } from "../texts/language.tsx";
import { splitOf } from "./split.ts";
import { useFocusBack } from "./use-focus-back.ts";

export interface JobCardProps {
  job: WaitingJobView;
  /** This one is being printed or deleted. */
  isWorking: boolean;
  /** Something is, this one or another. */
  isWaiting: boolean;
  /** Asks whether it is meant. */
  isDeleting: boolean;
  onRelease: () => void;
  onAsk: () => void;
  onKeep: () => void;
  onDelete: () => void;
}

/** One waiting print: what it is, what it takes, what is left then, and the tap. */
export function JobCard(props: JobCardProps) {
  const { job, isDeleting } = props;
  const deleteButton = useFocusBack(isDeleting);
  const texts = useTexts();
  const title = job.title ?? texts.jobs.untitled;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <div className="flex min-w-60 flex-1 flex-col gap-1">
        <h2 className="text-2xl font-semibold wrap-anywhere">{title}</h2>
        <p className="text-lg text-second">{describe(job, texts.jobs)}</p>
        <Price job={job} />
      </div>
      {isDeleting ? <Sure {...props} /> : <Verbs {...props} {...{ title, deleteButton }} />}
    </li>
  );
}

/** 30 sides on 15 sheets · A4 · colour · both sides · 2 copies */
function describe(job: PrintJobView, { colour, duplex, copies, sheets, paper }: KioskTexts["jobs"]): string {
  const parts = [sheets(job), paper(job.paperSize), colour[job.colour]];
  if (job.isDuplex) parts.push(duplex);
  if (job.copies > 1) parts.push(copies(job.copies));
  return parts.join(" · ");
}

function Price({ job }: { job: WaitingJobView }) {
  const texts = useTexts();
  if (job.status !== "held") return null;
  if (job.priceMinor === null) return <p className="mt-1 text-lg text-red">{texts.jobs.noPrice}</p>;
  return (
    <p className="figures mt-1 text-lg">
      {texts.balance.split(splitOf(job))}
      {job.credits !== 0 && (
        <span className="block text-second">{texts.balance.after(job.balanceAfter, job.unit)}</span>
      )}
    </p>
  );
}

type VerbsProps = JobCardProps & { title: string; deleteButton: RefObject<HTMLButtonElement | null> };

function Verbs({ job, title, deleteButton, isWorking, isWaiting, onRelease, onAsk }: VerbsProps) {
  const texts = useTexts();
  const words =
    job.moneyMinor > 0 ? texts.jobs.releaseFor(texts.money(job.moneyMinor, job.currency)) : texts.jobs.release;
  if (job.status !== "held")
    return <p className="flex min-h-16 items-center text-xl font-semibold text-accent">{texts.jobs.printing}</p>;
  return (
    <div className="flex w-full flex-col-reverse gap-2 sm:w-auto sm:flex-row sm:gap-3">
      <Button
        ref={deleteButton}
        size="kiosk"
        variant="quiet"
        aria-label={texts.jobs.named(texts.jobs.remove, title)}
        isDisabled={isWaiting}
        onPress={onAsk}
      >
        {texts.jobs.remove}
      </Button>
      {job.priceMinor !== null && (
        <Button
          size="kiosk"
          variant="primary"
          aria-label={texts.jobs.named(words, title)}
          isPending={isWorking}
          isDisabled={isWaiting && !isWorking}
          onPress={onRelease}
        >
          {words}
        </Button>
      )}
    </div>
  );
}

/** Deleting can't be undone, so it asks; where the finger is, there is the way back. */
function Sure({ job, isWorking, onKeep, onDelete }: JobCardProps) {
  const texts = useTexts();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <div
      role="group"
      aria-label={texts.jobs.named(texts.jobs.remove, job.title ?? texts.jobs.untitled)}
      className="flex flex-col gap-3"
    >
      <p ref={question} tabIndex={-1} className="text-lg outline-none">
        {texts.jobs.sure}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button size="kiosk" onPress={onKeep} isDisabled={isWorking}>
          {texts.jobs.keep}
        </Button>
        <Button size="kiosk" variant="danger" isPending={isWorking} onPress={onDelete}>
          {texts.jobs.removeNow}
        </Button>
      </div>
    </div>
  );
}
