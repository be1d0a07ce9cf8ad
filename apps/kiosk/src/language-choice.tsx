import { KIOSK_LANGUAGES, nameOfLanguage } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { useLanguage } from "./texts/language.tsx";

/** Each language in its own words, so that everybody finds theirs, whatever the screen speaks now. */
export function LanguageChoice() {
  const { reader, texts, choose } = useLanguage();
  return (
    <div role="group" aria-label={texts.language} className="-mx-2 flex flex-wrap">
      {KIOSK_LANGUAGES.map((language) => {
        const isShown = reader.language === language;
        return (
          <button
            key={language}
            type="button"
            lang={language}
            aria-pressed={isShown}
            onClick={() => choose(language)}
            className={classNames(
              "min-h-15 min-w-15 rounded-md px-2 text-lg sm:px-4",
              isShown ? "font-semibold underline decoration-2 underline-offset-8" : "text-second hover:text-ink",
            )}
          >
            {nameOfLanguage(language)}
          </button>
        );
      })}
    </div>
  );
}
