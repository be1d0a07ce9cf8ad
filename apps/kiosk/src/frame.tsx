import { Logo } from "@working-social/ui";
import type { ReactNode } from "react";
import { LanguageChoice } from "./language-choice.tsx";
import { useLanguage } from "./texts/language.tsx";
import { linkTo } from "./use-path.ts";
import { useTime } from "./use-time.ts";

const BRAND = "Working Social";

export interface FrameProps {
  /** Where this kiosk stands; the product's name until that is known. */
  place?: string | undefined;
  timeZone?: string | undefined;
  /** On a first screen: the languages to choose from. */
  hasLanguages?: boolean;
  footer: ReactNode;
  children: ReactNode;
}

/** What every page of the kiosk stands in: where we are and what time it is, the page, and a line at the bottom. */
export function Frame({ place = BRAND, timeZone, hasLanguages = false, footer, children }: FrameProps) {
  const time = useTime(useLanguage().reader, timeZone);
  return (
    <div className="flex min-h-dvh flex-col bg-paper px-5 py-4 text-ink sm:px-10 sm:py-6">
      <header className="flex flex-wrap items-center justify-between gap-x-4">
        <a {...linkTo("/")} className="-ms-2 flex min-h-11 items-center gap-3 rounded-md px-2 text-lg font-semibold">
          <Logo className="size-8" />
          {place}
        </a>
        <p className="figures order-1 text-lg text-second sm:order-2">{time}</p>
        {hasLanguages && (
          <div className="order-2 w-full sm:order-1 sm:ms-auto sm:w-auto">
            <LanguageChoice />
          </div>
        )}
      </header>
      {children}
      <footer className="sticky bottom-0 before:pointer-events-none before:absolute before:inset-x-0 before:-top-6 before:h-6 before:bg-linear-to-t before:from-paper -mx-5 flex min-h-15 flex-wrap items-center justify-between gap-x-6 gap-y-1 bg-paper px-5 py-2 text-base text-second sm:-mx-10 sm:px-10">
        {footer}
      </footer>
    </div>
  );
}
