import type { Role } from "@working-social/kernel";
import type { Permissions } from "./schema.ts";

const STAFF: readonly Role[] = ["front_desk", "community_manager", "billing_manager", "owner"];

export function isStaff(role: Role): boolean {
  return STAFF.includes(role);
}

/** What a role may do. Billing managers see bookings through their reports, so they change none. */
export function permissionsOf(role: Role): Permissions {
  const isManager = role === "owner" || role === "community_manager";
  return {
    manageSpace: isManager,
    managePeople: isManager,
    manageBookings: isManager || role === "front_desk",
    manageRoles: role === "owner",
    seeAudit: isManager || role === "billing_manager",
  };
}
