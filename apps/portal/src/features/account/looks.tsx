import { Section, SegmentedControl, useTheme, type Theme } from "@working-social/ui";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";

const isTheme = (id: string): id is Theme => ["system", "light", "dark"].includes(id);

/** The theme, for this device. */
export function Looks() {
  const texts = useTexts(accountTexts);
  const { theme, setTheme } = useTheme();
  return (
    <Section title={texts.looks}>
      <SegmentedControl
        label={texts.theme}
        segments={[
          { id: "system", label: texts.themeSystem },
          { id: "light", label: texts.themeLight },
          { id: "dark", label: texts.themeDark },
        ]}
        value={theme}
        onChange={(id) => isTheme(id) && setTheme(id)}
      />
    </Section>
  );
}
