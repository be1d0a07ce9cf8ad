import { useEffect, useState } from "react";
import { useLanguage } from "../texts/language.tsx";
import { forgetToken, keepToken, keptToken, type TokenTrouble } from "./kiosk-token.ts";
import { useOfferedToken } from "./offered-token.ts";
import { SetUpScreen } from "./set-up-screen.tsx";
import { Station } from "./station.tsx";

/** Printing at this screen: set up once, and again when its token is not valid any more. */
export function PrintPage() {
  const [token, setToken] = useState(keptToken);
  const [why, setWhy] = useState<TokenTrouble | null>(null);
  const offered = useOfferedToken();
  const { texts, goHome } = useLanguage();
  useEffect(() => {
    document.title = texts.start.title;
  }, [texts]);

  function forget(reason: TokenTrouble | null) {
    goHome();
    forgetToken();
    setToken(null);
    setWhy(reason);
  }
  function keep(next: string) {
    setWhy(keepToken(next) ? null : "notKept");
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
      onRevoked={() => forget("revoked")}
      onForget={() => forget(null)}
    />
  );
}
