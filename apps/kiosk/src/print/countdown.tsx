import { Button, classNames } from "@working-social/ui";
import { useTexts } from "../texts/language.tsx";
import { SILENCE_SECONDS, WARNING_SECONDS } from "./silence.ts";

/** How long the screen still waits for a sign of life. Any touch is one; the button is for those who look for it. */
export function Countdown({ secondsLeft }: { secondsLeft: number }) {
  const texts = useTexts().countdown;
  const isWarning = secondsLeft <= WARNING_SECONDS;
  return (
    <div className="ms-auto flex flex-wrap items-center justify-end gap-x-4">
      {/* Its place is kept, so that nothing jumps when it comes. Pressing it is a sign of life like any other. */}
      <Button size="large" className={isWarning ? undefined : "invisible"}>
        {texts.stay}
      </Button>
      <div className="flex w-60 flex-col gap-1.5">
        <p className={classNames("figures", isWarning && "font-semibold text-ink")}>{texts.left(secondsLeft)}</p>
        <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunk">
          <div
            className={classNames("h-full rounded-full", isWarning ? "bg-amber" : "bg-accent")}
            style={{ width: `${(secondsLeft / SILENCE_SECONDS) * 100}%` }}
          />
        </div>
      </div>
      <p role="status" className="sr-only">
        {isWarning && texts.warning(WARNING_SECONDS)}
      </p>
    </div>
  );
}
