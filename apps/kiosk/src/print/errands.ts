import type { PrintJobView, WaitingJobs, WaitingJobView } from "@working-social/copier/schema";
import type { EpochMs } from "@working-social/kernel";
import type { Answered } from "./ask-until-answered.ts";
import type { Calls, KioskRefusal } from "./print-api.ts";
import type { Chosen, StartNotice, VisitEvent, VisitNotice } from "./visit.ts";

/** Asks the server for the person who stands here, until it answers. */
export type Ask = <C extends keyof Calls>(call: C, input: Calls[C]["input"]) => Promise<Inside<Calls[C]["output"]>>;
/** An answer that is no matter of the token. */
type Inside<Output> = Exclude<Answered<Output>, { kind: "revoked" }>;
export type Dispatch = (happened: VisitEvent) => void;

/** Why the visit is over, if this refusal ends it: nobody has this PIN, or the code is over, or too many were wrong. */
export function visitEnd(
  refusal: KioskRefusal,
  { isPin, isInside, now }: { isPin: boolean; isInside: boolean; now: EpochMs },
): StartNotice | null {
  if (refusal.code === "too_many_codes")
    return {
      kind: "locked",
      until: now + Number("retryAfterSeconds" in refusal ? refusal.retryAfterSeconds : 60) * 1_000,
    };
  if (refusal.code !== "wrong_code") return null;
  return isInside ? { kind: "ended" } : { kind: "wrong_code", by: isPin ? "pin" : "code" };
}

/** Shows what waits; whether the person is inside now. */
export async function enter(ask: Ask, dispatch: Dispatch): Promise<boolean> {
  const answer = await ask("waiting", {});
  if (answer.kind === "done") dispatch({ type: "came", person: answer.output });
  else dispatch({ type: "turned_away", notice: { kind: "refused", code: answer.refusal.code } });
  return answer.kind === "done";
}

/**
 * One after the other, each for no more than was shown. What can't be released stops the rest: the person decides anew,
 * with what it is now in sight.
 */
export async function releaseAll(
  ask: Ask,
  { jobs, person }: { jobs: readonly WaitingJobView[]; person: WaitingJobs },
  dispatch: Dispatch,
): Promise<void> {
  const released: PrintJobView[] = [];
  for (const job of jobs) {
    const answer = await ask("release", { jobId: job.id, expectedMoneyMinor: job.moneyMinor });
    if (answer.kind === "done") {
      released.push(answer.output);
      continue;
    }
    const { refusal } = answer;
    const now = await lookAgain(ask, person);
    if (released.length > 0)
      return dispatch({ type: "released", released, person: now, notice: noticeOf(refusal, job.id) });
    dispatch({ type: "waiting", person: now });
    if (isNewPrice(refusal)) return dispatch({ type: "new_price", jobId: job.id, ...refusal });
    return dispatch({ type: "refused", notice: noticeOf(refusal, job.id) });
  }
  dispatch({ type: "released", released, person: await lookAgain(ask, person), notice: null });
}

export async function removeOne(
  ask: Ask,
  { job, person }: { job: WaitingJobView; person: WaitingJobs },
  dispatch: Dispatch,
): Promise<void> {
  const answer = await ask("cancel", { jobId: job.id });
  const now = await lookAgain(ask, person);
  if (answer.kind === "done") return dispatch({ type: "deleted", job, person: now });
  dispatch({ type: "waiting", person: now });
  dispatch({ type: "refused", notice: noticeOf(answer.refusal, job.id) });
}

/** What can be bought here. */
export async function openShelf(ask: Ask, dispatch: Dispatch): Promise<void> {
  const answer = await ask("packs", {});
  if (answer.kind === "done") dispatch({ type: "shelf", packs: answer.output });
  else dispatch({ type: "refused", notice: { kind: "refused", code: answer.refusal.code } });
}

/** Buys what was tapped, for the price that was on it; then what waits is priced with the new pages. */
export async function buy(
  ask: Ask,
  { chosen, person }: { chosen: Chosen; person: WaitingJobs },
  dispatch: Dispatch,
): Promise<void> {
  const { pack, idempotencyKey } = chosen;
  const answer = await ask("buy", { packId: pack.id, expectedPriceMinor: pack.totalMinor, idempotencyKey });
  if (answer.kind === "done") {
    dispatch({ type: "bought", pack: answer.output, person: await lookAgain(ask, person) });
    return;
  }
  const { refusal } = answer;
  if (refusal.code === "pack_price_changed" && "priceMinor" in refusal)
    dispatch({ type: "new_pack_price", priceMinor: refusal.priceMinor });
  else if (refusal.code === "not_found") dispatch({ type: "refused", notice: { kind: "pack_gone" } });
  else dispatch({ type: "refused", notice: { kind: "refused", code: refusal.code } });
}

/** What waits now. A refusal here leaves what was seen before: the errand itself has its answer. */
async function lookAgain(ask: Ask, before: WaitingJobs): Promise<WaitingJobs> {
  const answer = await ask("waiting", {});
  return answer.kind === "done" ? answer.output : before;
}

type NewPrice = Extract<KioskRefusal, { code: "print_price_changed"; moneyMinor: number }>;

function isNewPrice(refusal: KioskRefusal): refusal is NewPrice {
  return refusal.code === "print_price_changed" && "moneyMinor" in refusal;
}

function noticeOf(refusal: KioskRefusal, jobId: string): VisitNotice {
  switch (refusal.code) {
    case "print_price_changed":
      return { kind: "price_changed", jobId };
    case "device_offline":
      return { kind: "device_offline", deviceName: "deviceName" in refusal ? String(refusal.deviceName) : "" };
    case "wrong_job_state":
    case "not_found":
      return { kind: "job_gone" };
    case "no_price":
      return { kind: "no_price" };
    default:
      return { kind: "refused", code: refusal.code };
  }
}
