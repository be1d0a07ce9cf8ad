import { Logo } from "@working-social/ui";
import { english as texts } from "./texts.ts";
import { useTime } from "./use-time.ts";

/** The door before it has its doors: it says honestly whom to see, and offers nothing that would not work. */
export function WelcomePage() {
  const time = useTime(texts.locale);
  return (
    <div className="flex min-h-dvh flex-col bg-paper px-6 py-8 text-ink sm:px-12">
      <header className="flex items-center justify-between gap-4">
        <p className="flex items-center gap-3 text-lg font-semibold">
          <Logo className="size-8" />
          {texts.brand}
        </p>
        <p className="figures text-lg text-second">{time}</p>
      </header>
      <main className="flex max-w-4xl flex-1 flex-col justify-center gap-6 py-12">
        <h1 className="text-5xl font-bold tracking-tight sm:text-7xl">{texts.welcome}</h1>
        <p className="text-2xl text-balance sm:text-3xl">{texts.seeTheDesk}</p>
        <p className="text-lg text-second">{texts.notYet}</p>
        <section className="mt-6 border-t border-line pt-6">
          <h2 className="text-lg font-semibold">{texts.member}</h2>
          <p className="mt-1 text-lg text-second">
            {texts.memberHow} <span className="figures font-medium text-ink">{window.location.host}</span>
          </p>
        </section>
      </main>
      <footer>
        <a
          href="/"
          className="inline-flex min-h-15 items-center text-base text-second underline underline-offset-4 hover:text-ink"
        >
          {texts.staff}
        </a>
      </footer>
    </div>
  );
}
