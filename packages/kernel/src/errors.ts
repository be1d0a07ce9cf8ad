/** What every refusal has: a code of a closed union, and the data that its sentence needs. */
export interface Refusal {
  readonly code: string;
}

/** How a refusal looks to HTTP; each domain's errors.ts assigns one to each of its codes. */
export type RefusalKind = "bad_input" | "unauthenticated" | "forbidden" | "not_found" | "conflict" | "too_many";

/**
 * A refusal that the person asking should understand. The server sends `refusal` and never a sentence:
 * the client owns the words, in the reader's language.
 */
export class DomainError<R extends Refusal = Refusal> extends Error {
  readonly refusal: R;
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, refusal: R) {
    super(refusal.code);
    this.name = "DomainError";
    this.kind = kind;
    this.refusal = refusal;
  }
}

/** Refusals that any domain may give. */
export type CommonRefusal =
  | { code: "not_found"; what: string }
  | { code: "not_allowed"; action: string }
  | { code: "idempotency_key_reused" }
  | { code: "changed_meanwhile" }
  | { code: "name_taken"; name: string }
  | { code: "in_use"; what: string };

export function notFound(what: string): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("not_found", { code: "not_found", what });
}

export function notAllowed(action: string): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("forbidden", { code: "not_allowed", action });
}
