import { classNames } from "@working-social/ui";
import { useEffect, useState } from "react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";

interface StrengthMeterProps {
  password: string;
  /** Words that a guesser would try: the person's name, their address. */
  own: readonly string[];
}

type Score = 0 | 1 | 2 | 3 | 4;

const STEPS = [1, 2, 3, 4] as const;
const tones = ["bg-red", "bg-red", "bg-amber", "bg-accent", "bg-accent"] as const;

/** How hard a password is to guess, while it is typed, in words and four bars. Its dictionary is fetched at the first letter. */
export function StrengthMeter({ password, own }: StrengthMeterProps) {
  const texts = useTexts(accountTexts);
  const score = useStrength(password, own.join("\n"));
  if (score === null) return null;
  const word = texts.strengths[score];
  return (
    <div className="flex items-center gap-3">
      <div
        role="meter"
        aria-label={texts.strength}
        aria-valuenow={score}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuetext={word}
        className="flex grow gap-1"
      >
        {STEPS.map((step) => (
          <span
            key={step}
            className={classNames(
              "h-1.5 grow rounded-full",
              step <= Math.max(score, 1) ? `${tones[score]} forced-colors:bg-[Highlight]` : "bg-sunk",
            )}
          />
        ))}
      </div>
      <p role="status" className="text-sm text-second">
        {texts.strengthOf(word)}
      </p>
    </div>
  );
}

/** Null until something is typed and the dictionary is there; meanwhile what was there before stays. */
function useStrength(password: string, own: string): Score | null {
  const [score, setScore] = useState<Score | null>(null);
  useEffect(() => {
    if (password === "") return;
    let isCurrent = true;
    void import("./password-strength.ts").then(({ strengthOf }) => {
      if (isCurrent) setScore(strengthOf(password, own.split("\n")));
    });
    return () => {
      isCurrent = false;
    };
  }, [password, own]);
  return password === "" ? null : score;
}
