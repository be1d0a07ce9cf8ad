import { passkeyClient } from "@better-auth/passkey/client";
import { createAuthClient } from "better-auth/client";
import { emailOTPClient, twoFactorClient } from "better-auth/client/plugins";

/** Sign-in, as better-auth speaks it at /api/auth. Fetched only by the pages that need it. */
export const auth = createAuthClient({
  plugins: [emailOTPClient(), twoFactorClient(), passkeyClient()],
});
