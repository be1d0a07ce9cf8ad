import type { KioskStatus } from "@working-social/copier/schema";
import { systemClock } from "@working-social/kernel";
import { classNames, Spinner } from "@working-social/ui";
import { useEffect, useEffectEvent, useState } from "react";
import { useTexts } from "../texts/language.tsx";
import { startNotice } from "./announcement.ts";
import type { Dispatch } from "./errands.ts";
import { Notice } from "./notice.tsx";
import { PinPad } from "./pin-pad.tsx";
import { ScreenTitle } from "./screen-title.tsx";
import type { StartNotice, Visit } from "./visit.ts";
import { PIN_LENGTH } from "./visit.ts";

export interface StartScreenProps {
  visit: Extract<Visit, { at: "start" }>;
  dispatch: Dispatch;
  status: KioskStatus | null;
}

/** Who is it? The one thing that this screen asks. */
export function StartScreen({ visit, dispatch, status }: StartScreenProps) {
  const { pin, isChecking, notice } = visit;
  const texts = useTexts();
  const locked = useLock(notice, () => dispatch({ type: "lock_is_over" }));
  return (
    <main className="grid flex-1 content-center items-center gap-x-16 gap-y-6 py-6 landscape:lg:grid-cols-[1fr_auto]">
      <div className="flex w-full max-w-xl flex-col gap-5 justify-self-center text-center landscape:lg:justify-self-start landscape:lg:text-start">
        <ScreenTitle>{texts.start.title}</ScreenTitle>
        <p className="text-2xl text-balance">{texts.start.how}</p>
        <p className="text-lg text-balance text-second">{texts.start.where}</p>
        {notice && (
          <Notice tone={notice.kind === "locked" ? "amber" : "red"}>
            {startNotice(texts, notice, locked ?? undefined)}
          </Notice>
        )}
        {!notice && status && !status.isOnline && (
          <Notice tone="amber">{texts.start.offlineCopier(status.deviceName)}</Notice>
        )}
      </div>
      <div className="flex w-full max-w-sm flex-col gap-5 justify-self-center">
        <Dots count={pin.length} isChecking={isChecking} />
        <PinPad
          isDisabled={locked !== null}
          onDigit={(digit) => dispatch({ type: "digits", digits: digit })}
          onErase={() => dispatch({ type: "erase" })}
          onClear={() => dispatch({ type: "clear" })}
        />
      </div>
    </main>
  );
}

/** How much of the PIN is there, and nothing of what it is. */
function Dots({ count, isChecking }: { count: number; isChecking: boolean }) {
  const texts = useTexts();
  return (
    <div aria-hidden="true" className="flex h-12 items-center justify-center gap-4">
      {isChecking ? (
        <span className="flex items-center gap-3 text-lg text-second">
          <Spinner className="size-6" />
          {texts.start.checking}
        </span>
      ) : (
        Array.from({ length: PIN_LENGTH }, (_, index) => (
          <span
            // oxlint-disable-next-line react/no-array-index-key -- the places of the digits are their only identity
            key={index}
            className={classNames(
              "size-5 rounded-full border-2",
              index < count ? "border-accent bg-accent" : "border-third",
            )}
          />
        ))
      )}
    </div>
  );
}

/** Seconds for which the pad takes nothing; null when it does. */
function useLock(notice: StartNotice | null, onOver: () => void): number | null {
  const until = notice?.kind === "locked" ? notice.until : null;
  const left = () => (until === null ? null : Math.ceil((until - systemClock.now()) / 1_000));
  const [, tick] = useState(0);
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      if (systemClock.now() >= until) over();
      else tick((ticks) => ticks + 1);
    }, 500);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = left();
  return seconds === null ? null : Math.max(seconds, 1);
}
