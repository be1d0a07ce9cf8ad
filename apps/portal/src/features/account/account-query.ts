import { useQuery } from "@tanstack/react-query";
import { auth } from "../../lib/auth.ts";

export const accountQueryKey = ["auth", "account"];

/** Whether an authenticator app is on. Undefined while that loads: a passkey alone counts as a second factor, and is none of these. */
export function useHasApp(): boolean | undefined {
  const { data } = useQuery({
    queryKey: accountQueryKey,
    queryFn: async () => {
      const user = (await auth.getSession()).data?.user;
      return user !== undefined && "twoFactorEnabled" in user && user.twoFactorEnabled === true;
    },
  });
  return data;
}

export const passkeysQueryKey = ["auth", "passkeys"];

/** The passkeys that open this account; undefined while they load. */
export function usePasskeys() {
  const load = async () => (await auth.passkey.listUserPasskeys()).data ?? [];
  return useQuery({ queryKey: passkeysQueryKey, queryFn: load }).data;
}
