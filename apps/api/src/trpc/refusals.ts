import { TRPCError } from "@trpc/server";
import type { BillingRefusal } from "@working-social/billing/schema";
import type { ChargesRefusal } from "@working-social/charges/schema";
import type { BookingCommandRefusal } from "@working-social/booking/schema";
import type { CopierRefusal } from "@working-social/copier/schema";
import type { CreditsRefusal } from "@working-social/credits/schema";
import { isUnavailable } from "@working-social/db";
import type { CommonRefusal, InputIssue, RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";
import type { DirectoryRefusal } from "@working-social/directory";
import { ZodError } from "zod";

/** What the server itself refuses, beside the domains. */
export type ServerRefusal =
  | { code: "unauthenticated" }
  | { code: "too_many_requests"; retryAfterSeconds: number }
  /** The Host of the request is no name of this server. */
  | { code: "unknown_host" }
  /** Nobody owns this installation yet, and the code is not the one that its server printed. */
  | { code: "wrong_set_up_code" }
  /** One of those that guessers try first. */
  | { code: "password_too_common" }
  /** A fault of ours; the id finds it in the log. */
  | { code: "internal"; requestId: string }
  /** The database does not answer: the same request may work in a moment. */
  | { code: "unavailable" };

/** More than any form has fields: an answer is never many times as long as what was asked. */
export const MOST_ISSUES = 50;

/** All that can stand in `data.refusal` of an error: a closed union, and never a sentence. */
export type ApiRefusal =
  | BillingRefusal
  | ChargesRefusal
  | BookingCommandRefusal
  | CommonRefusal
  | CopierRefusal
  | CreditsRefusal
  | DirectoryRefusal
  | ServerRefusal;

const STATUS: Record<RefusalKind, TRPCError["code"]> = {
  bad_input: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  too_many: "TOO_MANY_REQUESTS",
};

export function serverRefusal(kind: RefusalKind, refusal: ServerRefusal | CommonRefusal): DomainError {
  return new DomainError(kind, refusal);
}

/** Gives an error the status that its cause deserves. */
export function withStatus(error: TRPCError): TRPCError {
  const { cause } = error;
  if (cause instanceof DomainError) return new TRPCError({ code: STATUS[cause.kind], cause });
  if (isUnavailable(cause)) return new TRPCError({ code: "SERVICE_UNAVAILABLE", cause });
  return error;
}

/** What the client may know about an error. */
export function refusalOf(error: TRPCError, requestId: string): ApiRefusal {
  const { cause, code } = error;
  if (cause instanceof DomainError) return cause.refusal as ApiRefusal;
  if (cause instanceof ZodError) return { code: "bad_input", issues: issuesOf(cause) };
  if (code === "SERVICE_UNAVAILABLE" || isUnavailable(cause)) return { code: "unavailable" };
  if (code === "NOT_FOUND") return { code: "not_found", what: "procedure" };
  if (UNREADABLE.includes(code)) return { code: "bad_input", issues: [] };
  return { code: "internal", requestId };
}

/** The request itself can't be read: broken JSON, another method, a batch too large, not JSON at all. */
const UNREADABLE: TRPCError["code"][] = [
  "BAD_REQUEST",
  "PARSE_ERROR",
  "METHOD_NOT_SUPPORTED",
  "UNSUPPORTED_MEDIA_TYPE",
  "PAYLOAD_TOO_LARGE",
];

function issuesOf(error: ZodError): InputIssue[] {
  const issues = error.issues.slice(0, MOST_ISSUES).flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    if (issue.code === "unrecognized_keys")
      return issue.keys.slice(0, MOST_ISSUES).map((key) => ({ path: [...path, key], code: issue.code }));
    return [{ path, code: issue.code === "custom" ? issue.message : issue.code }];
  });
  return issues.slice(0, MOST_ISSUES);
}

/** After how many seconds the same may be asked again; null for a refusal that no waiting changes. */
export function retryAfterOf(refusal: object): number | null {
  return "retryAfterSeconds" in refusal && typeof refusal.retryAfterSeconds === "number"
    ? refusal.retryAfterSeconds
    : null;
}
