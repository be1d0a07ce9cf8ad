import type { BetterAuthOptions } from "better-auth";
import type { Database } from "@working-social/db";
import { drawFrom, transactionOf } from "@working-social/db";
import type { Clock } from "@working-social/kernel";

type RateLimitStorage = NonNullable<NonNullable<BetterAuthOptions["rateLimit"]>["customStorage"]>;

/** So many at once; they come back evenly within `perSeconds`. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly perSeconds: number;
}

/** Limits that all API processes share. */
export interface SharedLimits {
  /** Counts one; returns in how many seconds another may come, or null while within the limit. */
  take(limit: Limit, key: string): Promise<number | null>;
  /** For better-auth: its own rules per path and network address. */
  readonly forBetterAuth: RateLimitStorage;
}

export function sharedLimits(pool: Database["signInPool"], clock: Clock): SharedLimits {
  const take = ({ name, points, perSeconds }: Limit, key: string) =>
    transactionOf(pool, (tx) => drawFrom(tx, clock, [{ name, key, budget: [{ points, perSeconds }] }]));
  const consume = async (key: string, rule: { window: number; max: number }) => {
    const retryAfter = await take({ name: "auth", points: rule.max, perSeconds: rule.window }, key);
    return { allowed: retryAfter === null, retryAfter };
  };
  return { take, forBetterAuth: { consume } };
}
