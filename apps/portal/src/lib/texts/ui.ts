import { englishUiTexts, type UiTexts } from "@working-social/ui";
import { catalog } from "./catalog.ts";

/** What the components of the design system say by themselves. */
export const uiTexts = catalog<UiTexts>({
  en: englishUiTexts,
  de: async () => ({ texts: (await import("@working-social/ui/texts/de")).germanUiTexts }),
});
