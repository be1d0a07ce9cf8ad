import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { serverRefusal } from "./refusals.ts";

const QUERY_POINTS = 1;
const MUTATION_POINTS = 5;

export interface RequestLimits {
  /** Counts one call of a procedure, also inside a batch. Throws too_many_requests beyond the limit. */
  take(caller: string, type: "query" | "mutation" | "subscription"): Promise<void>;
}

/**
 * Points a minute for each signed-in user, and for each network address of strangers. Counted in each process: this
 * stops a client that runs wild, and a write to the database for each read would cost more than it protects.
 */
export function requestLimits(pointsPerMinute: number): RequestLimits {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
  return {
    async take(caller, type) {
      try {
        await limiter.consume(caller, type === "mutation" ? MUTATION_POINTS : QUERY_POINTS);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw serverRefusal("too_many", { code: "too_many_requests", retryAfterSeconds });
      }
    },
  };
}
