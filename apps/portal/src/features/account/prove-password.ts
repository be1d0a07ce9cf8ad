import { auth } from "../../lib/auth.ts";
import { tryStep, type FailureCode } from "../sign-in/sign-in-failure.ts";

/** Shows the server that whoever holds this session knows the password. */
export function provePassword(password: string): Promise<FailureCode | null> {
  return tryStep(() => auth.$fetch("/prove/password", { method: "POST", body: { password } }));
}
