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

export interface InputIssue {
  path: (string | number)[];
  code: string;
}

/** Refusals that any domain may give. */
export type CommonRefusal =
  | { code: "not_found"; what: string }
  | { code: "not_allowed"; action: string }
  | { code: "idempotency_key_reused" }
  /** The same key again, so long after the first that its answer is not kept any more. */
  | { code: "already_done" }
  | { code: "changed_meanwhile" }
  /** Of the fields that an editor changes, those that somebody else has changed since it was opened, as they are now. */
  | { code: "edited_meanwhile"; now: Record<string, unknown> }
  /** Where the input is wrong and how: zod's codes, and those of our own refinements. */
  | { code: "bad_input"; issues: InputIssue[] }
  | { code: "name_taken"; name: string }
  | { code: "in_use"; what: string };

export function notFound(what: string): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("not_found", { code: "not_found", what });
}

export function notAllowed(action: string): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("forbidden", { code: "not_allowed", action });
}

/** For what only the whole can tell: a field that fits by itself, and not to what is there. */
export function badInput(field: string, code: string): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("bad_input", { code: "bad_input", issues: [{ path: [field], code }] });
}
