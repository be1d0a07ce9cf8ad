export const ROLES = ["member", "team_admin", "front_desk", "community_manager", "billing_manager", "owner"] as const;
export type Role = (typeof ROLES)[number];

export const DEVICE_KINDS = ["kiosk", "print_agent", "door_tablet"] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** What the program does by itself. A name stands in events, and stays what it is. */
export const JOBS = [
  "set_up",
  "expire_holds",
  "look_after_requests",
  "open_periods",
  "expire_print_jobs",
  "apply_contracts",
  "run_billing",
  "react",
  "sign_in",
] as const;
export type JobName = (typeof JOBS)[number];

/** On whose behalf something happens; written to the audit trail. What each may do is one table: `may`. */
export type Actor =
  | { readonly kind: "person"; readonly personId: string; readonly role: Role }
  /** A machine of the house, by a token of its own: the id is that of its row. */
  | { readonly kind: "device"; readonly device: DeviceKind; readonly deviceId: string }
  /** Another program, in the name of the organization; what it was given is at most what keys may do at all. */
  | { readonly kind: "api_key"; readonly keyId: string; readonly scopes: readonly string[] }
  /** Somebody without an account. */
  | { readonly kind: "guest"; readonly guestId: string }
  | { readonly kind: "job"; readonly job: JobName }
  /** The history of another system, run by hand on the server. */
  | { readonly kind: "import"; readonly source: string };

/** Which one of its kind: with the kind, who it is, the next time too. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "person":
      return actor.personId;
    case "device":
      return actor.deviceId;
    case "api_key":
      return actor.keyId;
    case "guest":
      return actor.guestId;
    case "job":
      return actor.job;
    case "import":
      return actor.source;
  }
}
