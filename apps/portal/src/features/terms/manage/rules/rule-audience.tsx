import { useSuspenseQuery } from "@tanstack/react-query";
import { ROLES } from "@working-social/kernel";
import { RadioGroup, Select } from "@working-social/ui";
import { useController } from "react-hook-form";
import { useLocations } from "../../../../lib/location.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageFormTexts } from "../../../manage/form/form-texts.ts";
import { manageRulesTexts } from "./rules-texts.ts";
import { BoundCheckbox, BoundChips } from "../../../manage/form/bound-fields.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { ScopeSelect } from "../../../manage/scope/scope-select.tsx";
import type { RuleForm } from "./rule-drawer.tsx";

/** For what a rule is, and for whom. */
export function RuleAudience({ form }: { form: RuleForm }) {
  const texts = useTexts(manageRulesTexts);
  const { roles } = useTexts(manageTexts);
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions());
  const named = (list: readonly { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, label: name }));
  return (
    <FieldGroup title={texts.who}>
      <RuleScope form={form} />
      <AudienceMode form={form} />
      {plans.length > 0 && <BoundChips form={form} name="planIds" label={texts.plans} options={named(plans)} />}
      {teams.length > 0 && <BoundChips form={form} name="teamIds" label={texts.teams} options={named(teams)} />}
      <BoundChips
        form={form}
        name="roles"
        label={texts.roles}
        options={ROLES.map((id) => ({ id, label: roles[id] }))}
      />
      <BoundCheckbox form={form} name="settings.mayBook" label={texts.mayNotBook} on={false} off={null} />
    </FieldGroup>
  );
}

function AudienceMode({ form }: { form: RuleForm }) {
  const texts = useTexts(manageRulesTexts);
  const { field } = useController({ control: form.control, name: "audienceIsExcept" });
  return (
    <RadioGroup
      label={texts.audience}
      description={texts.audienceHint}
      orientation="horizontal"
      options={[
        { id: "only", label: texts.audienceModes.only },
        { id: "except", label: texts.audienceModes.except },
      ]}
      value={field.value ? "except" : "only"}
      onChange={(mode) => field.onChange(mode === "except")}
    />
  );
}

function RuleScope({ form }: { form: RuleForm }) {
  const { scope: texts } = useTexts(manageFormTexts);
  const { everyLocation } = useTexts(manageTexts);
  const { locations } = useLocations();
  const { setValue, watch } = form.form;
  const [locationId, resourceKind, resourceId] = watch(["locationId", "resourceKind", "resourceId"]);
  const asTyped = { shouldDirty: true };
  function chooseLocation(id: string) {
    setValue("locationId", id === "" ? null : id, asTyped);
    // A room belongs to one location: with another, the rule would be for nothing.
    setValue("resourceId", null, asTyped);
  }
  return (
    <>
      {locations.length > 1 && (
        <Select
          label={texts.location}
          options={[{ id: "", label: everyLocation }, ...locations.map(({ id, name }) => ({ id, label: name }))]}
          value={locationId ?? ""}
          onChange={chooseLocation}
        />
      )}
      <ScopeSelect
        scope={{ locationId, resourceKind, resourceId }}
        onChange={(scope) => {
          setValue("resourceKind", scope.resourceKind, asTyped);
          setValue("resourceId", scope.resourceId, asTyped);
        }}
      />
    </>
  );
}
