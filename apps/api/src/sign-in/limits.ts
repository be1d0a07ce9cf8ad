import { createHash } from "node:crypto";
import type { BetterAuthOptions } from "better-auth";
import type { Database } from "@working-social/db";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

type RateLimitStorage = NonNullable<NonNullable<BetterAuthOptions["rateLimit"]>["customStorage"]>;

export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly perSeconds: number;
}

/** Counters that all API processes share. */
export interface SharedLimits {
  /** Counts one; returns in how many seconds another may come, or null while within the limit. */
  take(limit: Limit, key: string): Promise<number | null>;
  /** For better-auth: its own rules per path and network address. */
  readonly forBetterAuth: RateLimitStorage;
}

export function sharedLimits(pool: Database["signInPool"]): SharedLimits {
  const limiters = new Map<string, RateLimiterPostgres>();
  const limiterOf = ({ name, points, perSeconds }: Limit) => {
    const id = `${name}:${points}/${perSeconds}`;
    const known = limiters.get(id);
    if (known) return known;
    const made = new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      schemaName: "limits",
      tableName: "counters",
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: perSeconds,
    });
    limiters.set(id, made);
    return made;
  };
  const take = async (limit: Limit, key: string) => {
    try {
      await limiterOf(limit).consume(hashOf(key));
      return null;
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  };
  const consume = async (key: string, rule: { window: number; max: number }) => {
    const retryAfter = await take({ name: "auth", points: rule.max, perSeconds: rule.window }, key);
    return { allowed: retryAfter === null, retryAfter };
  };
  return { take, forBetterAuth: { consume } };
}

/** No address of a person stands in the table of counters. */
function hashOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
