import { aPasskeyOf } from "@working-social/api/testing/a-passkey";
import { PUBLIC_URL } from "@working-social/api/testing/serve-database";
import { cookieOf, post } from "@working-social/api/testing/sign-in";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

/** Ways into accounts: of somebody whose session nobody needs afterwards, since a changed factor ends the others. */
export const SIGN_INS: readonly Step[] = [
  on(30, "09:30", "Noor signs in, adds a passkey, and begins with an authenticator app", addFactors),
  on(30, "09:40", "Samir asks for a code, and does not use it", ({ served }) =>
    answered(served, "/email-otp/send-verification-otp", { email: "samir@quayside.example", type: "sign-in" }),
  ),
];

async function addFactors({ served, password }: House): Promise<void> {
  const signedIn = await answered(served, "/sign-in/email", { email: "noor@quayside.example", password });
  const cookie = cookieOf(signedIn);
  await aPasskeyOf(served, cookie);
  await answered(served, "/two-factor/enable", { password }, cookie); // its first code would need the machine's clock
}

async function answered({ url }: House["served"], path: string, body: object, cookie = ""): Promise<Response> {
  const response = await post({ url }, path, body, { origin: PUBLIC_URL, ...(cookie === "" ? {} : { cookie }) });
  if (!response.ok) throw new Error(`${path} is refused: ${response.status} ${await response.text()}`);
  return response;
}
