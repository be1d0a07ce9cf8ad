import { Button, TextField } from "@working-social/ui";
import type { FormEvent } from "react";
import { useEffect, useState } from "react";
import { Frame } from "../frame.tsx";
import { linkTo } from "../use-path.ts";
import { useTexts } from "../texts/language.tsx";
import { Notice } from "./notice.tsx";
import { tokenKind, type TokenTrouble } from "./kiosk-token.ts";
import { printApi } from "./print-api.ts";

export interface SetUpScreenProps {
  /** Why it has to be done again, if so. */
  why: TokenTrouble | null;
  /** From a scanned code: checked by itself. */
  offered: string | null;
  onToken: (token: string) => void;
}

/** A manager pastes or scans the kiosk's token. What the server does not know is not kept; what was typed stays. */
export function SetUpScreen({ why, offered, onToken }: SetUpScreenProps) {
  const [text, setText] = useState(offered ?? "");
  const [error, setError] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const texts = useTexts().setUp;
  const token = text.trim();

  async function check() {
    setPending(true);
    setError(null);
    const problem = await problemWith(token);
    setPending(false);
    if (problem === null) onToken(token);
    else setError(problem);
  }
  useEffect(() => {
    if (offered !== null) void check();
    // Once, with what was scanned: what is typed afterwards waits for the button.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [offered]);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isPending) void check();
  }
  return (
    <Frame footer={<BackLink />}>
      <main className="flex max-w-2xl flex-1 flex-col justify-center gap-6 py-8">
        <h1 className="text-4xl font-bold tracking-tight sm:text-5xl">{texts.title}</h1>
        {why && <Notice tone="amber">{texts[why]}</Notice>}
        <p className="text-xl text-second">{texts.how}</p>
        <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
          <TextField
            label={texts.token}
            description={texts.hint}
            errorMessage={error && texts[error]}
            value={text}
            onChange={setText}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={200}
          />
          <Button type="submit" variant="primary" size="kiosk" isPending={isPending} className="self-start">
            {texts.check}
          </Button>
        </form>
      </main>
    </Frame>
  );
}

/** Why a token is not kept. */
type Problem = "none" | "agent" | "unknown" | "offline";

/** null: it is a kiosk's, and the server says so. */
async function problemWith(token: string): Promise<Problem | null> {
  const kind = tokenKind(token);
  if (kind !== "kiosk") return kind;
  const answer = await printApi(token).ask("status", {}, { secret: null, signal: new AbortController().signal });
  switch (answer.kind) {
    case "done":
      return null;
    case "unreachable":
      return "offline";
    default:
      return "unknown";
  }
}

function BackLink() {
  const texts = useTexts().setUp;
  return (
    <a {...linkTo("/")} className="inline-flex min-h-15 items-center underline underline-offset-4 hover:text-ink">
      {texts.back}
    </a>
  );
}
