import { ResourceKind } from "@working-social/booking/schema";
import { Select } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageFormTexts } from "../form/form-texts.ts";
import { manageTexts } from "../manage-texts.ts";
import { useScopeNames, type Scope } from "./scope-names.ts";

type ScopeSelectProps = { scope: Scope; onChange: (scope: Scope) => void; errorMessage?: string | undefined };

/** Everything, all of a kind, or one room: exactly one of these, so that no two settings can contradict each other. */
export function ScopeSelect({ scope, onChange, errorMessage }: ScopeSelectProps) {
  const { scope: texts } = useTexts(manageFormTexts);
  const { kindsMany } = useTexts(manageTexts);
  const { locations, resources } = useScopeNames();
  const locationId = scope.locationId ?? (locations.length === 1 ? locations[0]?.id : undefined);
  const here = resources.filter(
    (resource) => resource.locationId === locationId && (!resource.isArchived || resource.id === scope.resourceId),
  );
  const options = [
    { id: "", label: texts.everything },
    { id: "kinds", label: texts.kind, options: ResourceKind.options.map((id) => ({ id, label: kindsMany[id] })) },
    ...(here.length > 0
      ? [{ id: "resources", label: texts.resource, options: here.map(({ id, name }) => ({ id, label: name })) }]
      : []),
  ];
  function choose(id: string) {
    const kind = ResourceKind.options.find((option) => option === id) ?? null;
    onChange({ ...scope, resourceKind: kind, resourceId: kind || id === "" ? null : id });
  }
  return (
    <Select
      label={texts.title}
      options={options}
      value={scope.resourceId ?? scope.resourceKind ?? ""}
      onChange={choose}
      errorMessage={errorMessage}
    />
  );
}
