import { Link } from "@tanstack/react-router";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";

const tab =
  "inline-flex h-9 items-center rounded-md px-3.5 font-semibold transition-colors hover:bg-sunk touch:h-11 " +
  "aria-[current=page]:bg-accent-weak aria-[current=page]:text-accent-on-weak forced-colors:aria-[current=page]:border";

/** The two pages under one name: what there is, and printing, which uses most of it. */
export function PrintAndCredits() {
  const texts = useTexts(creditsTexts);
  return (
    <nav aria-label={texts.around} className="-mx-0.5 flex gap-0.5">
      <Link to="/credits" activeOptions={{ exact: true, includeSearch: false }} className={tab}>
        {texts.tabCredits}
      </Link>
      <Link to="/print" className={tab}>
        {texts.tabPrint}
      </Link>
    </nav>
  );
}
