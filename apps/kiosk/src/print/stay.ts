import type { PrintSecret, WaitingJobs } from "@working-social/copier/schema";
import { systemClock } from "@working-social/kernel";
import { askUntilAnswered, pauseOrNetwork } from "./ask-until-answered.ts";
import type { Ask, Dispatch } from "./errands.ts";
import { enter, visitEnd } from "./errands.ts";
import type { PrintApi } from "./print-api.ts";
import type { StartNotice } from "./visit.ts";

export interface StayWishes {
  api: PrintApi;
  onReached: (isReached: boolean) => void;
  /** The kiosk's token is over. */
  onRevoked: () => void;
  /** This person's PIN or code is wrong or over. */
  onTurnedAway: (notice: StartNotice) => void;
}

/**
 * Who stands here, as far as the server is concerned: their secret, in no state and no storage, and their errands, one at
 * a time. Once it has ended nothing more is asked, and no answer is heard.
 */
export class Stay {
  #secret: PrintSecret | null;
  readonly #wishes: StayWishes;
  readonly #over = new AbortController();
  #isBusy = false;
  #isLooking = false;
  #isInside = false;

  constructor(secret: PrintSecret, wishes: StayWishes) {
    this.#secret = secret;
    this.#wishes = wishes;
  }

  /** Whether the server knows who it is. */
  get isInside(): boolean {
    return this.#isInside;
  }

  enter(dispatch: Dispatch): void {
    this.run(async (ask) => {
      this.#isInside = await enter(ask, dispatch);
      if (!this.#isInside) this.end();
    });
  }

  /** Starts an errand unless one is under way: the second of two taps finds the first. Says whether it has started. */
  run(errand: (ask: Ask) => Promise<void>): boolean {
    if (this.#isBusy || this.#over.signal.aborted) return false;
    this.#isBusy = true;
    void this.#untilOver(errand).finally(() => {
      this.#isBusy = false;
    });
    return true;
  }

  /** Asks what waits now, beside all errands: what one of them brings is newer. */
  lookAgain(onPerson: (person: WaitingJobs) => void): void {
    if (this.#isBusy || this.#isLooking || !this.#isInside) return;
    this.#isLooking = true;
    const look = async (ask: Ask) => {
      const answer = await ask("waiting", {});
      if (answer.kind === "done" && !this.#isBusy) onPerson(answer.output);
    };
    void this.#untilOver(look).finally(() => {
      this.#isLooking = false;
    });
  }

  end(): void {
    this.#over.abort(new Error("The visit is over."));
    this.#secret = null;
  }

  async #untilOver(errand: (ask: Ask) => Promise<void>): Promise<void> {
    try {
      await errand(this.#ask);
    } catch (error) {
      if (!this.#over.signal.aborted) throw error;
    }
  }

  readonly #ask: Ask = async (call, input) => {
    const { signal } = this.#over;
    const { api, onReached, onRevoked, onTurnedAway } = this.#wishes;
    signal.throwIfAborted();
    const secret = this.#secret;
    const once = () => api.ask(call, input, { secret, signal });
    const answer = await askUntilAnswered(once, { signal, onTry: onReached, pause: pauseOrNetwork });
    if (answer.kind === "done") return answer;
    if (answer.kind === "revoked") return this.#leave(onRevoked);
    const notice = visitEnd(answer.refusal, {
      isPin: secret !== null && "pin" in secret,
      isInside: this.#isInside,
      now: systemClock.now(),
    });
    return notice ? this.#leave(() => onTurnedAway(notice)) : answer;
  };

  /** Whoever asked has nothing left to do. */
  #leave(tell: () => void): never {
    this.end();
    tell();
    throw this.#over.signal.reason;
  }
}
