import { allRegions } from "./likely-currency.ts";
import { locale } from "./locale.ts";

/** Every region, by its name in the reader's language. */
export function regionOptions(): { id: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return allRegions()
    .map((id) => ({ id, label: names.of(id) ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
