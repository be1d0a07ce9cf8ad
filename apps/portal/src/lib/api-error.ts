import type { ApiRefusal } from "@working-social/api";
import type { BillingRefusal } from "@working-social/billing/schema";

/** Everything that an answer can be instead of yes. `offline` is the browser's own: no answer came at all. */
export type AppRefusal = ApiRefusal | { code: "offline" };
/** Those whose words every page has; the others come with the pages of their domain (`bringRefusals`). */
export type EverywhereRefusal = Exclude<AppRefusal, BillingRefusal>;

/** The API did not do what it was asked; `refusal` says why, and the texts have the sentence. */
export class ApiError extends Error {
  readonly refusal: AppRefusal;

  constructor(refusal: AppRefusal) {
    super(refusal.code);
    this.name = "ApiError";
    this.refusal = refusal;
  }

  /** From what stood in the answer; something that is no refusal is a fault of ours. */
  static from(refusal: unknown): ApiError {
    return new ApiError(isRefusal(refusal) ? refusal : { code: "internal", requestId: "" });
  }
}

function isRefusal(value: unknown): value is ApiRefusal {
  return typeof value === "object" && value !== null && "code" in value && typeof value.code === "string";
}
