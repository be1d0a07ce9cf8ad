import { Section, SegmentedControl, useTheme, type Theme } from "@working-social/ui";
import { setClockStyle, useClockStyle, type ClockStyle } from "../../lib/locale.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";

const isTheme = (id: string): id is Theme => ["system", "light", "dark"].includes(id);
const isClockStyle = (id: string): id is ClockStyle => id === "24h" || id === "12h";

/** Theme and clock, for this device. */
export function Looks() {
  const texts = useTexts(accountTexts);
  const { theme, setTheme } = useTheme();
  const clock = useClockStyle();
  return (
    <Section title={texts.looks}>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
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
        <SegmentedControl
          label={texts.clock}
          segments={[
            { id: "24h", label: "14:00" },
            { id: "12h", label: "2:00 pm" },
          ]}
          value={clock}
          onChange={(id) => isClockStyle(id) && setClockStyle(id)}
        />
      </div>
    </Section>
  );
}
