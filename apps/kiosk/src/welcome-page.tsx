import { Printer } from "lucide-react";
import { useEffect } from "react";
import { Frame } from "./frame.tsx";
import { Countdown } from "./print/countdown.tsx";
import { keptToken } from "./print/kiosk-token.ts";
import { useSilence } from "./print/use-silence.ts";
import { useLanguage, useTexts } from "./texts/language.tsx";
import { linkTo } from "./use-path.ts";

/** The door: it offers what works on this screen, and says honestly whom to see for the rest. */
export function WelcomePage() {
  const canPrint = keptToken() !== null;
  const { texts: all, reader, isChosen, goHome } = useLanguage();
  const texts = all.door;
  const secondsLeft = useSilence(isChosen, reader.language, goHome);
  useEffect(() => {
    document.title = texts.pageTitle;
  }, [texts]);
  return (
    <Frame hasLanguages footer={isChosen ? <Countdown secondsLeft={secondsLeft} /> : <Staff canPrint={canPrint} />}>
      <main className="flex flex-1 flex-col justify-center gap-6 py-10">
        <h1 className="text-5xl font-bold tracking-tight sm:text-7xl">{texts.welcome}</h1>
        <p className="max-w-3xl text-2xl text-balance sm:text-3xl">{texts.seeTheDesk}</p>
        {canPrint && <PrintDoor />}
        <section className="mt-4 max-w-3xl border-t border-line pt-6">
          <h2 className="text-lg font-semibold">{texts.member}</h2>
          <p className="mt-1 text-lg text-second">
            {texts.memberHow} <span className="figures font-medium text-ink">{window.location.host}</span>
          </p>
        </section>
      </main>
    </Frame>
  );
}

function PrintDoor() {
  const texts = useTexts().door;
  return (
    <a
      {...linkTo("/print")}
      className="mt-2 flex max-w-md flex-col gap-12 rounded-xl bg-accent p-7 text-on-accent transition-colors hover:bg-accent-strong"
    >
      <Printer aria-hidden="true" className="size-14" strokeWidth={1.5} />
      <span className="flex flex-col gap-2">
        <span className="text-3xl font-semibold">{texts.print}</span>
        <span className="text-lg">{texts.printHow}</span>
      </span>
    </a>
  );
}

function Staff({ canPrint }: { canPrint: boolean }) {
  const texts = useTexts().door;
  const link = "inline-flex min-h-15 items-center underline underline-offset-4 hover:text-ink";
  return (
    <>
      <a href="/" className={link}>
        {texts.staff}
      </a>
      {!canPrint && (
        <a {...linkTo("/print")} className={link}>
          {texts.setUpPrinting}
        </a>
      )}
    </>
  );
}
