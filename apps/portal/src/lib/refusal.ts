import { ApiError, type AppRefusal } from "./api-error.ts";
export type { AppRefusal, EverywhereRefusal } from "./api-error.ts";

/** The refusal in an error. An error without one is a mistake of ours. */
export function refusalOf(error: unknown): AppRefusal {
  return error instanceof ApiError ? error.refusal : { code: "internal", requestId: "" };
}

/** Whether the same question may well be answered in a moment. */
export function isPassing(refusal: AppRefusal): boolean {
  return refusal.code === "offline" || refusal.code === "unavailable";
}
