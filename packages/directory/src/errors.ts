import type { CommonRefusal, RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";

/** Why a command on people or the organization is refused. */
export type DirectoryRefusal =
  /** The organization would be left without an active owner, and nobody could give the role back. */
  | { code: "last_owner" }
  | { code: "email_taken"; email: string }
  /** They have signed in, or are suspended: there is no invitation to correct. */
  | { code: "invitation_used" }
  /** The first organization exists already: further ones are made by signing in, not by the set-up page. */
  | { code: "already_set_up" };

const KINDS: Record<DirectoryRefusal["code"], RefusalKind> = {
  last_owner: "conflict",
  email_taken: "conflict",
  invitation_used: "conflict",
  already_set_up: "conflict",
};

export function directoryError(refusal: DirectoryRefusal): DomainError<DirectoryRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}

/** Somebody else in the same place has this name: one answer for plans, teams, locations and resources. */
export function nameTaken(name: string): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("conflict", { code: "name_taken", name });
}
