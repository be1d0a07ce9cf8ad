import type { SetPreferencesInput } from "@working-social/directory/schema";
import { HOUR_CYCLES, LANGUAGES, nameOfLanguage, seenOf, type HourCycle } from "@working-social/kernel";
import { ComboBox, FormRow, Section, SegmentedControl, Select } from "@working-social/ui";
import { useMemo } from "react";
import { useAction } from "../../lib/action.ts";
import { formatFor } from "../../lib/format.ts";
import { keepPreferences, locale } from "../../lib/locale.ts";
import { useMe } from "../../lib/me.ts";
import { regionOptions } from "../../lib/regions.ts";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";

const languageOf = (id: string) => LANGUAGES.find((language) => language === id) ?? null;
const hourCycleOf = (id: string) => HOUR_CYCLES.find((hourCycle) => hourCycle === id) ?? null;

/** Afternoon by one clock or the other, as it is written here. */
function afternoon(hourCycle: HourCycle): string {
  return formatFor({ locale, hourCycle }, "UTC").time(Date.UTC(2026, 10, 26, 14));
}

/** How I read, on every device of mine and in my mails. What is chosen holds at once: the page comes anew in it. */
export function Reading() {
  const texts = useTexts(accountTexts);
  const { preferences } = useMe();
  const choose = useChoice();
  const regions = useMemo(() => regionOptions(), []);
  return (
    <Section title={texts.reading}>
      <FormRow>
        <Select
          label={texts.language}
          options={[{ id: "", label: texts.asBrowser }, ...LANGUAGES.map((id) => ({ id, label: nameOfLanguage(id) }))]}
          value={preferences.language ?? ""}
          onChange={(id) => choose({ language: languageOf(id) })}
        />
        <ComboBox
          label={texts.region}
          description={texts.regionHint}
          placeholder={texts.asBrowser}
          options={regions}
          value={preferences.region}
          onChange={(region) => choose({ region })}
        />
      </FormRow>
      <SegmentedControl
        label={texts.clock}
        segments={[
          { id: "usual", label: texts.clockUsual },
          { id: "h23", label: afternoon("h23") },
          { id: "h12", label: afternoon("h12") },
        ]}
        value={preferences.hourCycle ?? "usual"}
        onChange={(id) => choose({ hourCycle: hourCycleOf(id) })}
      />
      <p className="text-sm text-second">{texts.readingHint}</p>
    </Section>
  );
}

function useChoice(): (edit: Omit<SetPreferencesInput, "seen">) => void {
  const { preferences, placeLanguage } = useMe();
  const { run } = useAction(trpc.session.setPreferences.mutationOptions(), {
    refusals: "toast",
    onDone: (chosen) => {
      if (keepPreferences({ ...chosen, placeLanguage })) window.location.reload();
    },
  });
  return (edit) => run({ ...edit, seen: seenOf(preferences, edit) });
}
