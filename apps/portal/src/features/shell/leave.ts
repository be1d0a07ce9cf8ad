import { chooseOrganization } from "../../lib/session.ts";

// Both end in a fresh page, so that nothing of the person or organization before stays in memory.

/** Ends the session here and leads to the sign-in. */
export async function signOut(): Promise<void> {
  await (await import("./sign-out.ts")).signOut();
}

/** Shows another organization of the same person, at its Home unless an address is given. */
export function switchOrganization(organizationId: string, address = "/"): void {
  chooseOrganization(organizationId);
  location.assign(address);
}
