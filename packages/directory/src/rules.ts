import type { Role } from "@working-social/kernel";
import { roleMay } from "@working-social/kernel";
import type { Permissions } from "./schema.ts";

const STAFF: readonly Role[] = ["front_desk", "community_manager", "billing_manager", "owner"];

export function isStaff(role: Role): boolean {
  return STAFF.includes(role);
}

/** What a role may do of what not everybody may, for the screens. */
export function permissionsOf(role: Role): Permissions {
  return {
    manageSpace: roleMay(role, "manageSpace"),
    managePeople: roleMay(role, "managePeople"),
    manageBookings: roleMay(role, "manageBookings"),
    manageRoles: roleMay(role, "manageRoles"),
    seeAudit: roleMay(role, "seeAudit"),
    manageContracts: roleMay(role, "manageContracts"),
    manageBilling: roleMay(role, "manageBilling"),
  };
}

/** A new location is open Monday to Friday from 9 to 18 until its manager says otherwise: without hours it is closed. */
export const FIRST_OPENING_HOURS: readonly { weekday: number; opensMinute: number; closesMinute: number }[] = [
  1, 2, 3, 4, 5,
].map((weekday) => ({ weekday, opensMinute: 9 * 60, closesMinute: 18 * 60 }));

/** A name for addresses: "Café Süd & Co." becomes "cafe-sud-co"; without Latin letters or digits: "space". */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, "");
  return slug || "space";
}
