import { useEffect, useState } from "react";
import { forgetToken, keepToken, keptToken } from "./kiosk-token.ts";
import { useOfferedToken } from "./offered-token.ts";
import { SetUpScreen } from "./set-up-screen.tsx";
import { Station } from "./station.tsx";
import { texts } from "./texts.ts";

/** Printing at this screen: set up once, and again when its token is not valid any more. */
export function PrintPage() {
  const [token, setToken] = useState(keptToken);
  const [why, setWhy] = useState<string | null>(null);
  const offered = useOfferedToken();
  useEffect(() => {
    document.title = texts.pageTitle;
  }, []);

  function forget(reason: string | null) {
    forgetToken();
    setToken(null);
    setWhy(reason);
  }
  function keep(next: string) {
    setWhy(keepToken(next) ? null : texts.setUp.notKept);
    setToken(next);
    offered.clear();
  }
  // A scanned token is tried even where another was kept: somebody sets this screen up anew.
  if (token === null || offered.token !== null)
    return <SetUpScreen key={offered.token} why={why} offered={offered.token} onToken={keep} />;
  return (
    <Station
      key={token}
      token={token}
      warning={why}
      onRevoked={() => forget(texts.setUp.revoked)}
      onForget={() => forget(null)}
    />
  );
}
