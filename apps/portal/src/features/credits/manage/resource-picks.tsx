import { ComboBox } from "@working-social/ui";
import { X } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { useScopeNames } from "../../manage/scope/scope-names.ts";

type ResourcePicksProps = { value: readonly string[]; onChange: (ids: string[]) => void };

/** Several rooms or desks of many: found by typing, taken off by their cross. */
export function ResourcePicks({ value, onChange }: ResourcePicksProps) {
  const { scope: texts } = useTexts(manageCreditsTexts);
  const { locations, resources } = useScopeNames();
  // A new box after each choice, so that it is empty again.
  const [choices, setChoices] = useState(0);
  const placeOf = (locationId: string) =>
    locations.length > 1 ? locations.find(({ id }) => id === locationId)?.name : undefined;
  const open = resources.filter(({ id, isArchived }) => !isArchived && !value.includes(id));
  function add(id: string | null) {
    if (id === null) return;
    onChange([...value, id]);
    setChoices(choices + 1);
  }
  return (
    <div className="flex flex-col gap-2">
      <ComboBox
        key={choices}
        label={texts.addResource}
        description={texts.hint}
        options={open.map(({ id, name, locationId }) => ({ id, label: name, description: placeOf(locationId) }))}
        value={null}
        onChange={add}
      />
      <ul className="flex flex-wrap gap-1.5 empty:hidden">
        {value.map((id) => {
          const name = resources.find((resource) => resource.id === id)?.name ?? texts.gone;
          return (
            <li key={id} className="inline-flex items-center rounded-full bg-sunk ps-3 text-sm">
              {name}
              <button
                type="button"
                aria-label={texts.remove(name)}
                onClick={() => onChange(value.filter((other) => other !== id))}
                className="grid size-8 place-items-center rounded-full text-second hover:text-ink touch:size-11"
              >
                <X aria-hidden="true" className="size-3.5" />
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
