import { locale } from "../../../../lib/locale.ts";

/** Every currency that is in use, by its name in the person's language. */
export function currencyOptions(): { id: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return Intl.supportedValuesOf("currency")
    .map((id) => ({ id, label: `${names.of(id) ?? id} (${id})` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
