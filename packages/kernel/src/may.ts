import type { Actor, DeviceKind, JobName, Role } from "./actor.ts";
import { notAllowed } from "./errors.ts";

/** Everything that there is to be allowed; each verb says which of them it needs (`verb.needs`). */
export const PERMISSIONS = [
  // What each person does for themselves; whose a booking or a document is, its verb looks at.
  "useSpace",
  "buyForTeam",
  "manageSpace",
  "managePeople",
  "manageBookings",
  "manageRoles",
  "seeAudit",
  // Who is a member from when to when, by which plan and at what price: plans, contracts, letting.
  "manageContracts",
  // What is billed to whom, and what the books say: sellers, taxes, accounts, runs, invoices, the journal.
  "manageBilling",
  // At the kiosk beside a copier: what it shows by itself, and what it does for whoever shows a PIN or a code.
  "showKiosk",
  "releaseByCode",
  "sellByCode",
  "reportPrinting",
  // What the program does by the clock.
  "expireHolds",
  "lookAfterRequests",
  "openPeriods",
  "expirePrintJobs",
  "importBookings",
  "applyContracts",
  "runBilling",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a verb needs: one of these is enough. It stands beside the verb, `bookResource.needs = ["useSpace"] as const`, and nowhere else. */
export type Needs = readonly [Permission, ...Permission[]];

const MANAGER = [
  "useSpace",
  "buyForTeam",
  "manageSpace",
  "managePeople",
  "manageBookings",
  "seeAudit",
  "manageContracts",
] as const;

/** Billing managers see bookings through their reports, so they change none. */
const ROLE_MAY: Record<Role, readonly Permission[]> = {
  member: ["useSpace"],
  team_admin: ["useSpace", "buyForTeam"],
  front_desk: ["useSpace", "manageBookings"],
  community_manager: MANAGER,
  billing_manager: ["useSpace", "seeAudit", "manageContracts", "manageBilling"],
  owner: [...MANAGER, "manageRoles", "manageBilling"],
};

/** A kiosk stands where anybody can open it: it reports nothing. An agent's token lies where many log in: it releases nothing. */
const DEVICE_MAY: Record<DeviceKind, readonly Permission[]> = {
  kiosk: ["showKiosk", "releaseByCode", "sellByCode"],
  print_agent: ["reportPrinting"],
  door_tablet: [],
};

/** What follows from an event (`react`), what signing in notes of an account, and the first set-up ask no verb. */
const JOB_MAY: Record<JobName, readonly Permission[]> = {
  set_up: [],
  expire_holds: ["expireHolds"],
  look_after_requests: ["lookAfterRequests"],
  open_periods: ["openPeriods"],
  expire_print_jobs: ["expirePrintJobs"],
  apply_contracts: ["applyContracts"],
  run_billing: ["runBilling"],
  react: [],
  sign_in: [],
};

/** Whether the role of a person gives the permission. */
export function roleMay(role: Role, permission: Permission): boolean {
  return ROLE_MAY[role].includes(permission);
}

/** Whether the actor may: only what is listed for it here, and for whoever is not listed nothing. */
export function may(actor: Actor, permission: Permission): boolean {
  return granted(actor).includes(permission);
}

function granted(actor: Actor): readonly Permission[] {
  switch (actor.kind) {
    case "person":
      return ROLE_MAY[actor.role];
    case "device":
      return DEVICE_MAY[actor.device];
    case "job":
      return JOB_MAY[actor.job];
    case "import":
      return ["importBookings"];
    // Neither has a gate yet, whatever it was given.
    case "api_key":
    case "guest":
      return [];
  }
}

/** Throws not_allowed with the first permission, unless the actor has one of them; of a verb: `authorize(ctx, ...bookResource.needs)`. */
export function authorize({ actor }: { readonly actor: Actor }, ...needs: Needs): void {
  if (!needs.some((permission) => may(actor, permission))) throw notAllowed(needs[0]);
}
