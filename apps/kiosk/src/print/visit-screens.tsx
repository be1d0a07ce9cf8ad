import type { KioskStatus } from "@working-social/copier/schema";
import { useEffect, useEffectEvent } from "react";
import { Frame } from "../frame.tsx";
import { useLanguage } from "../texts/language.tsx";
import { announcement } from "./announcement.ts";
import type { Heard } from "./code-reader.ts";
import { Countdown } from "./countdown.tsx";
import { DoneScreen } from "./done-screen.tsx";
import { JobsScreen } from "./jobs-screen.tsx";
import { PacksScreen } from "./packs-screen.tsx";
import { NetworkNote } from "./network-note.tsx";
import type { PrintApi } from "./print-api.ts";
import { StartScreen } from "./start-screen.tsx";
import { useCodeReader } from "./use-code-reader.ts";
import { useSilence } from "./use-silence.ts";
import { useVisit } from "./use-visit.ts";
import type { Visit } from "./visit.ts";
import { isSomebodyHere, PIN_LENGTH, startAfter } from "./visit.ts";

export interface VisitScreensProps {
  api: PrintApi;
  first: Visit;
  status: KioskStatus | null;
  place: { place?: string; timeZone?: string };
  isReached: boolean;
  onReached: (isReached: boolean) => void;
  onRevoked: () => void;
  onStaff: () => void;
  /** The visit is over; `next` is how the next one begins. */
  onEnd: (next: Visit) => void;
}

/** One visit: its screen, what is read aloud, the reader, and the countdown to the start. */
export function VisitScreens(props: VisitScreensProps) {
  const { status, place, isReached, onStaff, onEnd } = props;
  const { visit, ...actions } = useVisit(props);
  const { dispatch, show } = actions;
  const { texts, reader, isChosen, goHome } = useLanguage();
  const isHere = isSomebodyHere(visit) || isChosen;
  const end = () => onEnd(startAfter(visit));
  const secondsLeft = useSilence(isHere, `${momentOf(visit)} ${reader.language}`, end);
  const pin = visit.at === "start" ? visit.pin : "";

  const knock = useEffectEvent(() => show({ pin }));
  useEffect(() => {
    if (pin.length === PIN_LENGTH) knock();
  }, [pin]);
  useCodeReader((heard: Heard) => {
    if (heard.kind === "code") {
      // The next person has chosen nothing yet.
      if (visit.at !== "start") goHome();
      return show({ code: heard.code });
    }
    if (visit.at !== "start" || visit.notice?.kind === "locked") return;
    if (heard.kind === "digits") dispatch({ type: "digits", digits: heard.digits });
    else if (heard.kind === "erase") dispatch({ type: "erase" });
    else if (pin !== "" && !visit.isChecking) dispatch({ type: "too_short" });
  });

  return (
    <Frame
      {...place}
      hasLanguages={visit.at === "start"}
      footer={
        <>
          <NetworkNote isReached={isReached} />
          {isHere && <Countdown secondsLeft={secondsLeft} />}
          {!isHere && (
            <button type="button" onClick={onStaff} className="ms-auto min-h-15 px-2 hover:text-ink">
              {texts.staff.open}
            </button>
          )}
        </>
      }
    >
      {visit.at === "start" && <StartScreen {...{ visit, dispatch, status }} />}
      {visit.at === "jobs" && <JobsScreen {...{ visit, status, isReached }} {...actions} onLeave={end} />}
      {visit.at === "packs" && <PacksScreen {...{ visit }} {...actions} />}
      {visit.at === "done" && <DoneScreen {...{ visit, dispatch }} onLeave={end} />}
      <p role="status" className="sr-only">
        {announcement(texts, visit)}
      </p>
    </Frame>
  );
}

/** What a person has in front of them: when it changes, the silence begins anew. */
function momentOf(visit: Visit): string {
  return visit.at === "start" ? `start ${visit.pin.length}` : `${visit.at} ${visit.work?.kind ?? ""}`;
}
