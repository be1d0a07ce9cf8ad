import { useEffect, useState } from "react";
import { tokenKind } from "./kiosk-token.ts";

/** Where the code that a manager shows puts the token: behind "#", which no browser sends and no server logs. */
const FRAGMENT = /^#token=([A-Za-z0-9_-]{1,200})$/;

/**
 * The token of a code that was scanned with this device's camera; null: none was. The address forgets it at once, so that it is
 * neither read over a shoulder nor found in the history.
 */
export function useOfferedToken(): { token: string | null; clear: () => void } {
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => {
    const take = () => {
      const offered = FRAGMENT.exec(window.location.hash)?.[1];
      if (offered === undefined) return;
      window.history.replaceState(window.history.state, "", window.location.pathname);
      if (tokenKind(offered) !== "none") setToken(offered);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return { token, clear: () => setToken(null) };
}
