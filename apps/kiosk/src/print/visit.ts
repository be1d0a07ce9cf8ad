import type { BoughtPack, PackView } from "@working-social/charges/schema";
import type { PrintJobView, WaitingJobs, WaitingJobView } from "@working-social/copier/schema";
import type { EpochMs } from "@working-social/kernel";

/**
 * One person's visit at the kiosk, from the first digit to the start screen again: which screen, and what is on it. Pure;
 * whoever asks the server dispatches what came of it. Ending a visit is throwing all of this away.
 */
export type Visit =
  | { at: "start"; pin: string; isChecking: boolean; notice: StartNotice | null }
  | ({ at: "jobs"; deleting: string | null } & Inside)
  | ({ at: "packs"; packs: readonly PackView[]; chosen: Chosen | null } & Inside)
  | ({ at: "done"; released: readonly PrintJobView[] } & Inside);

interface Inside {
  person: WaitingJobs;
  /** One thing at a time. */
  work: Work | null;
  notice: VisitNotice | null;
}

/** A pack that was tapped; the key makes one purchase of however many tries. */
export interface Chosen {
  pack: PackView;
  idempotencyKey: string;
}

export type Work =
  | { kind: "release"; jobIds: readonly string[] }
  | { kind: "delete"; jobId: string }
  | { kind: "packs" }
  | { kind: "buy" };

export type StartNotice =
  | { kind: "wrong_code"; by: "pin" | "code" }
  /** Five wrong ones in a row. */
  | { kind: "locked"; until: EpochMs }
  | { kind: "short_pin" }
  | { kind: "ended" }
  | { kind: "refused"; code: string };

export type VisitNotice =
  | { kind: "price_changed"; jobId: string }
  | { kind: "device_offline"; deviceName: string }
  | { kind: "deleted"; title: string | null }
  /** Somebody else's screen, or the clock, was faster. */
  | { kind: "job_gone" }
  | { kind: "no_price" }
  | { kind: "bought"; pack: BoughtPack }
  | { kind: "pack_price_changed" }
  | { kind: "pack_gone" }
  | { kind: "refused"; code: string };

/** PINs are made by the server, all of this length: the last digit needs no Enter. */
export const PIN_LENGTH = 6;

export type VisitEvent =
  | { type: "digits"; digits: string }
  | { type: "erase" }
  | { type: "clear" }
  | { type: "too_short" }
  | { type: "lock_is_over" }
  | { type: "checking" }
  | { type: "turned_away"; notice: StartNotice }
  /** A code was held to the reader on somebody's screen: theirs is over. */
  | { type: "next_person" }
  | { type: "came"; person: WaitingJobs }
  /** The same person, asked for anew. */
  | { type: "waiting"; person: WaitingJobs }
  | { type: "ask_to_delete"; jobId: string }
  | { type: "keep" }
  | { type: "work"; work: Work }
  | { type: "released"; released: readonly PrintJobView[]; person: WaitingJobs; notice: VisitNotice | null }
  | { type: "deleted"; job: WaitingJobView; person: WaitingJobs }
  | { type: "new_price"; jobId: string; credits: number; moneyMinor: number }
  | { type: "refused"; notice: VisitNotice }
  | { type: "shelf"; packs: readonly PackView[] }
  | { type: "choose"; chosen: Chosen | null }
  | { type: "new_pack_price"; priceMinor: number }
  | { type: "bought"; pack: BoughtPack; person: WaitingJobs }
  | { type: "back_to_jobs" };

type Start = Extract<Visit, { at: "start" }>;

export const START: Start = { at: "start", pin: "", isChecking: false, notice: null };

/** How the next one begins: with nothing of the last but a lock, which is the device's. */
export function startAfter(visit: Visit): Visit {
  return visit.at === "start" && visit.notice?.kind === "locked" ? { ...START, notice: visit.notice } : START;
}

/** Whether something on the screen is somebody's, and goes after a silence. */
export function isSomebodyHere(visit: Visit): boolean {
  if (visit.at !== "start") return true;
  return visit.pin !== "" || visit.isChecking || (visit.notice !== null && visit.notice.kind !== "locked");
}

/** What does not fit the screen it comes to is ignored: an answer may arrive after its screen is gone. */
export function nextVisit(visit: Visit, happened: VisitEvent): Visit {
  if (happened.type === "turned_away") return { ...START, notice: happened.notice };
  if (happened.type === "next_person") return { ...START, isChecking: true };
  if (visit.at === "start") return nextStart(visit, happened);
  switch (happened.type) {
    case "waiting":
      return { ...visit, person: happened.person };
    case "work":
      return { ...visit, work: happened.work, notice: null };
    case "ask_to_delete":
      return visit.at === "jobs" && !visit.work ? { ...visit, deleting: happened.jobId, notice: null } : visit;
    case "keep":
      return visit.at === "jobs" ? { ...visit, deleting: null } : visit;
    case "refused":
      return { ...jobsOf(visit), notice: happened.notice };
    case "new_price":
      return { ...jobsOf(withPrice(visit, happened)), notice: { kind: "price_changed", jobId: happened.jobId } };
    case "deleted":
      return {
        ...jobsOf(visit),
        person: happened.person,
        notice: { kind: "deleted", title: happened.job.title },
      };
    case "released": {
      const { released, person, notice } = happened;
      return { at: "done", person, released, work: null, notice };
    }
    case "bought":
      return { ...jobsOf(visit), person: happened.person, notice: { kind: "bought", pack: happened.pack } };
    case "back_to_jobs":
      return jobsOf(visit);
    default:
      return nextShelf(visit, happened);
  }
}

function nextShelf(visit: Exclude<Visit, Start>, happened: VisitEvent): Visit {
  if (happened.type === "shelf")
    return { at: "packs", person: visit.person, packs: happened.packs, chosen: null, work: null, notice: null };
  if (visit.at !== "packs") return visit;
  if (happened.type === "choose") return visit.work ? visit : { ...visit, chosen: happened.chosen, notice: null };
  if (happened.type !== "new_pack_price" || !visit.chosen) return visit;
  const pack = { ...visit.chosen.pack, totalMinor: happened.priceMinor };
  return {
    ...visit,
    packs: visit.packs.map((one) => (one.id === pack.id ? pack : one)),
    // Another price is another purchase.
    chosen: null,
    work: null,
    notice: { kind: "pack_price_changed" },
  };
}

function nextStart(visit: Start, happened: VisitEvent): Visit {
  const typing = (pin: string): Visit => ({ ...visit, pin, notice: noticeWhileTyping(visit) });
  switch (happened.type) {
    case "digits":
      return visit.isChecking ? visit : typing((visit.pin + happened.digits).slice(0, PIN_LENGTH));
    case "erase":
      return visit.isChecking ? visit : typing(visit.pin.slice(0, -1));
    case "clear":
      return visit.isChecking ? visit : typing("");
    case "too_short":
      return { ...visit, notice: { kind: "short_pin" } };
    case "lock_is_over":
      return visit.notice?.kind === "locked" ? { ...visit, notice: null } : visit;
    case "checking":
      return { ...visit, isChecking: true, notice: null };
    case "came":
      return { at: "jobs", person: happened.person, work: null, notice: null, deleting: null };
    default:
      return visit;
  }
}

/** A lock stays in sight; what was wrong before is over with the next digit. */
function noticeWhileTyping({ notice }: Start): StartNotice | null {
  return notice?.kind === "locked" ? notice : null;
}

function jobsOf({ person }: Inside): Extract<Visit, { at: "jobs" }> {
  return { at: "jobs", person, work: null, notice: null, deleting: null };
}

/** The new split where the old one stood, before the next tap. */
function withPrice<V extends Inside>(
  visit: V,
  { jobId, credits, moneyMinor }: { jobId: string; credits: number; moneyMinor: number },
): V {
  const jobs = visit.person.jobs.map((job) =>
    job.id === jobId ? { ...job, credits, moneyMinor, balanceAfter: job.balanceBefore - credits } : job,
  );
  return { ...visit, person: { ...visit.person, jobs } };
}

/** The jobs that a tap on "all" would let print: those that wait and have a price. */
export function releasable(person: WaitingJobs): WaitingJobView[] {
  return person.jobs.filter(({ status, priceMinor }) => status === "held" && priceMinor !== null);
}
