import { TRPCClientError } from "@trpc/client";
import type { ApiRefusal } from "@working-social/api";

export type { InputIssue } from "@working-social/api";

/** Everything that an answer can be instead of yes. `offline` is the browser's own: no answer came at all. */
export type AppRefusal = ApiRefusal | { code: "offline" };

/** The refusal in an error. An error without one is either no answer (offline) or a mistake of ours (internal). */
export function refusalOf(error: unknown): AppRefusal {
  if (!(error instanceof TRPCClientError)) return { code: "internal", requestId: "" };
  const data: unknown = error.data;
  if (hasRefusal(data)) return data.refusal;
  // A proxy in front of a server that is being restarted answers with a page of its own.
  return data === undefined || data === null ? { code: "offline" } : { code: "internal", requestId: "" };
}

function hasRefusal(data: unknown): data is { refusal: AppRefusal } {
  if (typeof data !== "object" || data === null || !("refusal" in data)) return false;
  const { refusal } = data;
  return typeof refusal === "object" && refusal !== null && "code" in refusal;
}

/** Whether the same question may well be answered in a moment. */
export function isPassing(refusal: AppRefusal): boolean {
  return refusal.code === "offline" || refusal.code === "unavailable";
}
