import type { ResourceKind } from "@working-social/booking/schema";
import { ANYTHING, type CreditScope, type CreditUnit } from "@working-social/credits/schema";
import { ResourceKind as ResourceKinds } from "@working-social/booking/schema";
import { RadioGroup } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { manageTexts } from "../../manage/manage-texts.ts";
import { ChipGroup } from "../../manage/form/chip-group.tsx";
import { useScopeNames } from "../../manage/scope/scope-names.ts";
import { ResourcePicks } from "./resource-picks.tsx";

type Narrowing = "everything" | "kinds" | "resources";

type CreditScopeFieldsProps = { unit: CreditUnit; scope: CreditScope; onChange: (scope: CreditScope) => void };

/** What credits are good for. Pages are for copiers, so only locations narrow them; nothing to choose shows nothing. */
export function CreditScopeFields({ unit, scope, onChange }: CreditScopeFieldsProps) {
  const { scope: texts } = useTexts(manageCreditsTexts);
  const { locations } = useScopeNames();
  const isForPages = unit === "mono_pages" || unit === "colour_pages";
  if (isForPages && locations.length < 2) return null;
  return (
    <div className="flex flex-col gap-4">
      {!isForPages && <WhatFields scope={scope} onChange={onChange} />}
      {locations.length > 1 && (
        <ChipGroup
          label={texts.locations}
          description={texts.hint}
          options={locations.map(({ id, name }) => ({ id, label: name }))}
          value={scope.locationIds}
          onChange={(locationIds) => onChange({ ...scope, locationIds })}
        />
      )}
    </div>
  );
}

/** Kinds or single rooms, one of the two: both together would only be a riddle. */
function WhatFields({ scope, onChange }: Omit<CreditScopeFieldsProps, "unit">) {
  const { scope: texts } = useTexts(manageCreditsTexts);
  const { kindsMany } = useTexts(manageTexts);
  const [narrowing, setNarrowing] = useState<Narrowing>(() => narrowingOf(scope));
  function narrow(id: string) {
    setNarrowing(id === "kinds" || id === "resources" ? id : "everything");
    onChange({ ...ANYTHING, locationIds: scope.locationIds });
  }
  return (
    <>
      <RadioGroup
        label={texts.title}
        orientation="horizontal"
        options={[
          { id: "everything", label: texts.everything },
          { id: "kinds", label: texts.kindsOnly },
          { id: "resources", label: texts.resourcesOnly },
        ]}
        value={narrowing}
        onChange={narrow}
      />
      {narrowing === "kinds" && (
        <ChipGroup<ResourceKind>
          label={texts.kinds}
          description={texts.hint}
          options={ResourceKinds.options.map((id) => ({ id, label: kindsMany[id] }))}
          value={scope.resourceKinds}
          onChange={(resourceKinds) => onChange({ ...scope, resourceKinds })}
        />
      )}
      {narrowing === "resources" && (
        <ResourcePicks value={scope.resourceIds} onChange={(resourceIds) => onChange({ ...scope, resourceIds })} />
      )}
    </>
  );
}

function narrowingOf({ resourceIds, resourceKinds }: CreditScope): Narrowing {
  if (resourceIds.length > 0) return "resources";
  return resourceKinds.length > 0 ? "kinds" : "everything";
}
