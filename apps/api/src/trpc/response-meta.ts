import type { TRPCError } from "@trpc/server";
import { DomainError } from "@working-social/kernel";
import { retryAfterOf } from "./refusals.ts";

/** Headers of an answer: no cache keeps it, and a refusal that ends by itself says when; in a batch the last one counts. */
export function responseMeta({ errors }: { errors: readonly TRPCError[] }): { headers: Headers } {
  const headers = new Headers([["Cache-Control", "no-store"]]);
  const waits = errors.flatMap(({ cause }) => (cause instanceof DomainError ? [retryAfterOf(cause.refusal) ?? 0] : []));
  const longest = Math.max(0, ...waits);
  if (longest > 0) headers.set("Retry-After", String(longest));
  return { headers };
}
