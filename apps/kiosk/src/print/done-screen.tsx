import { Button } from "@working-social/ui";
import { CircleCheck } from "lucide-react";
import { useTexts } from "../texts/language.tsx";
import { visitNotice } from "./announcement.ts";
import { Balances } from "./balances.tsx";
import type { Dispatch } from "./errands.ts";
import { Notice } from "./notice.tsx";
import { ScreenTitle } from "./screen-title.tsx";
import { splitOf } from "./split.ts";
import type { Visit } from "./visit.ts";

export interface DoneScreenProps {
  visit: Extract<Visit, { at: "done" }>;
  dispatch: Dispatch;
  onLeave: () => void;
}

/** What is printing now, what it took, and what is left. */
export function DoneScreen({ visit: { person, released, notice }, dispatch, onLeave }: DoneScreenProps) {
  const texts = useTexts();
  const waiting = person.jobs.filter(({ status }) => status === "held").length;
  return (
    <main className="flex w-full max-w-5xl flex-1 flex-col justify-center gap-6 self-center py-5">
      <div className="flex items-center gap-4">
        <CircleCheck aria-hidden="true" className="size-14 shrink-0 text-accent" strokeWidth={1.5} />
        <ScreenTitle>{texts.done.title(released.length)}</ScreenTitle>
      </div>
      <p className="text-2xl">{texts.done.fetch(released[0]?.deviceName ?? "")}</p>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {released.map((job) => (
          <li key={job.id} className="flex flex-wrap justify-between gap-x-8 gap-y-1 py-3 text-xl">
            <span className="font-semibold wrap-anywhere">{job.title ?? texts.jobs.untitled}</span>
            <span className="figures text-second">{texts.balance.split(splitOf(job))}</span>
          </li>
        ))}
      </ul>
      {notice && <Notice tone="amber">{texts.done.stopped(visitNotice(texts, notice, person.jobs))}</Notice>}
      <Balances balances={person.balances} />
      <div className="flex flex-wrap gap-3">
        <Button size="kiosk" variant="primary" onPress={onLeave}>
          {texts.done.leave}
        </Button>
        {waiting > 0 && (
          <Button size="kiosk" onPress={() => dispatch({ type: "back_to_jobs" })}>
            {texts.done.more(waiting)}
          </Button>
        )}
      </div>
    </main>
  );
}
