import { auth } from "../../lib/auth.ts";
import { forget } from "../offline/kept.ts";
import { chooseOrganization } from "../../lib/session.ts";

/** Ends the session here and leads to the sign-in: a fresh page, with nothing of the person before. */
export async function signOut(): Promise<void> {
  await auth.signOut();
  forget();
  chooseOrganization(null);
  location.assign("/sign-in");
}
