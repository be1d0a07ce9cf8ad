import type { PrintSecret, WaitingJobView } from "@working-social/copier/schema";
import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import type { Ask, Dispatch } from "./errands.ts";
import { buy, openShelf, releaseAll, removeOne } from "./errands.ts";
import type { StayWishes } from "./stay.ts";
import { Stay } from "./stay.ts";
import type { Chosen, Visit, Work } from "./visit.ts";
import { nextVisit } from "./visit.ts";

/** Jobs that are sent while somebody stands here appear by themselves. */
const LOOK_AGAIN_MS = 8_000;

export interface VisitWishes extends Omit<StayWishes, "onTurnedAway"> {
  first: Visit;
}

export interface VisitActions {
  dispatch: Dispatch;
  /** Who is it? A second person's code ends the visit of the first. */
  show: (secret: PrintSecret) => void;
  release: (jobs: readonly WaitingJobView[]) => void;
  remove: (job: WaitingJobView) => void;
  openShelf: () => void;
  buy: (chosen: Chosen) => void;
}

/** One visit with its errands to the server. */
export function useVisit({ api, first, onReached, onRevoked }: VisitWishes): VisitActions & { visit: Visit } {
  const [visit, dispatch] = useReducer(nextVisit, first);
  const stay = useRef<Stay>(null);
  useEffect(
    () => () => {
      stay.current?.end();
      stay.current = null;
    },
    [],
  );

  const lookAgain = useEffectEvent(() => {
    stay.current?.lookAgain((person) => dispatch({ type: "waiting", person }));
  });
  const isLooking = visit.at === "jobs" && !visit.work;
  useEffect(() => {
    if (!isLooking) return;
    const timer = setInterval(lookAgain, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isLooking]);

  function show(secret: PrintSecret) {
    if (visit.at === "start" && visit.isChecking) return;
    stay.current?.end();
    const onTurnedAway: StayWishes["onTurnedAway"] = (notice) => dispatch({ type: "turned_away", notice });
    stay.current = new Stay(secret, { api, onReached, onRevoked, onTurnedAway });
    dispatch({ type: visit.at === "start" ? "checking" : "next_person" });
    stay.current.enter(dispatch);
  }
  /** Says what is under way only when it is: a second tap starts nothing. */
  function start(work: Work, errand: (ask: Ask) => Promise<void>) {
    if (stay.current?.run(errand)) dispatch({ type: "work", work });
  }
  const person = visit.at === "start" ? null : visit.person;
  return {
    visit,
    dispatch,
    show,
    release: (jobs) => {
      const work = { kind: "release", jobIds: jobs.map(({ id }) => id) } as const;
      if (person && jobs.length > 0) start(work, (ask) => releaseAll(ask, { jobs, person }, dispatch));
    },
    remove: (job) => {
      if (person) start({ kind: "delete", jobId: job.id }, (ask) => removeOne(ask, { job, person }, dispatch));
    },
    openShelf: () => start({ kind: "packs" }, (ask) => openShelf(ask, dispatch)),
    buy: (chosen) => {
      if (person) start({ kind: "buy" }, (ask) => buy(ask, { chosen, person }, dispatch));
    },
  };
}
