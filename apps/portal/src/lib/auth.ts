import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";
import { emailOTPClient, twoFactorClient } from "better-auth/client/plugins";
import { locale } from "./locale.ts";

/** Sign-in, as better-auth speaks it at /api/auth. Fetched only by the pages that need it. */
export const auth = createAuthClient({
  // The mailed code is in the language of the page that asks for it, which may be another than the browser's.
  fetchOptions: { headers: { "Accept-Language": locale } },
  plugins: [emailOTPClient(), twoFactorClient(), passkeyClient()],
});
