import { Link } from "@tanstack/react-router";
import { useTexts } from "../../lib/texts/catalog.ts";
import { aroundTexts } from "./around-texts.ts";

const tab =
  "inline-flex h-9 items-center rounded-md px-3.5 font-semibold transition-colors hover:bg-sunk touch:h-11 " +
  "aria-[current=page]:bg-accent-weak aria-[current=page]:text-accent-on-weak forced-colors:aria-[current=page]:border";

/** The pages of one's account under one name: who one is, what one has, and what it costs. */
export function AroundAccount() {
  const texts = useTexts(aroundTexts);
  return (
    <nav aria-label={texts.around} className="-mx-0.5 flex flex-wrap gap-0.5">
      <Link to="/account" activeOptions={{ exact: true, includeSearch: false }} className={tab}>
        {texts.you}
      </Link>
      <Link to="/account/plan" activeOptions={{ includeSearch: false }} className={tab}>
        {texts.plan}
      </Link>
      <Link to="/account/invoices" className={tab}>
        {texts.invoices}
      </Link>
    </nav>
  );
}
