import type { CreateResourceInput } from "@working-social/booking/schema";
import { FormRow, RadioGroup } from "@working-social/ui";
import { useController } from "react-hook-form";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { BoundNumber, BoundSelect, BoundText, BoundTextArea } from "../../../manage/form/bound-fields.tsx";
import { TagField } from "../../../manage/form/tag-field.tsx";
import { issueSentence, type EntityForm } from "../../../manage/form/use-entity-form.ts";

type ResourceForm = EntityForm<CreateResourceInput, CreateResourceInput>;

/** What a room or desk is. */
export function ResourceFields({ form }: { form: ResourceForm }) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { kinds } = useTexts(manageTexts);
  return (
    <>
      <BoundText form={form} name="name" label={texts.name} isRequired autoComplete="off" />
      <FormRow>
        <BoundSelect
          form={form}
          name="kind"
          label={texts.kind}
          options={Object.entries(kinds).map(([id, label]) => ({ id, label }))}
        />
        <BoundText form={form} name="floor" isNullable isOptional label={texts.floor} autoComplete="off" />
      </FormRow>
      <FormRow>
        <BoundNumber
          form={form}
          name="capacity"
          label={texts.capacity}
          description={texts.capacityHint}
          minimum={1}
          maximum={10_000}
        />
        <BoundNumber
          form={form}
          name="sortOrder"
          label={texts.sortOrder}
          description={texts.sortOrderHint}
          minimum={0}
          maximum={100_000}
          step={10}
        />
      </FormRow>
      <Features form={form} />
      <Pool form={form} />
      <BoundTextArea
        form={form}
        name="description"
        isOptional
        label={texts.description}
        description={texts.descriptionHint}
      />
    </>
  );
}

function Features({ form }: { form: ResourceForm }) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { field, fieldState } = useController({ control: form.control, name: "features" });
  return (
    <TagField
      label={texts.features}
      description={texts.featuresHint}
      addLabel={texts.addFeature}
      removeLabel={texts.removeFeature}
      value={field.value}
      onChange={field.onChange}
      errorMessage={issueSentence(fieldState.error)}
    />
  );
}

/** How many identical ones there are; with several, when one is chosen. */
function Pool({ form }: { form: ResourceForm }) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { field } = useController({ control: form.control, name: "assignment" });
  const unitCount = form.form.watch("unitCount");
  const ways = ["on_booking", "on_arrival"] as const;
  return (
    <>
      <BoundNumber
        form={form}
        name="unitCount"
        label={texts.unitCount}
        description={texts.unitCountHint}
        minimum={1}
        maximum={500}
      />
      {unitCount > 1 && (
        <RadioGroup
          label={texts.assignment}
          options={ways.map((id) => ({ id, label: texts.assignments[id], description: texts.assignmentHints[id] }))}
          value={field.value}
          onChange={field.onChange}
        />
      )}
    </>
  );
}
