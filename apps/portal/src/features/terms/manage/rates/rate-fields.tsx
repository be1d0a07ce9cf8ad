import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { FormRow, SegmentedControl } from "@working-social/ui";
import { useController } from "react-hook-form";
import { weekdayName, weekdays } from "../../../../lib/month-name.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { BoundChips, BoundClock, BoundMoney, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { ScopeSelect } from "../../../manage/scope/scope-select.tsx";
import type { RateForm } from "./rate-drawer.tsx";

type Props = { form: RateForm };

/** What is priced, for whom, when, and how much it is. */
export function RateFields({ form, location: { currency } }: Props & { location: LocationView }) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const units = (["hour", "half_day", "day"] as const).map((id) => ({ id, label: texts.units[id] }));
  return (
    <>
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
      <FormRow>
        <BoundMoney form={form} name="priceMinor" label={texts.price} currency={currency} isRequired />
        <BoundSelect form={form} name="unit" label={texts.unit} options={units} />
      </FormRow>
      <BoundMoney
        form={form}
        name="minimumChargeMinor"
        label={texts.minimum}
        description={texts.minimumHint}
        currency={currency}
        isOptional
      />
      <FieldGroup title={texts.whatAndWho}>
        <RateScope form={form} />
        <Audience form={form} />
      </FieldGroup>
      <FieldGroup title={texts.when}>
        <When form={form} />
      </FieldGroup>
    </>
  );
}

function RateScope({ form }: Props) {
  const { setValue, watch } = form.form;
  const [locationId, resourceKind, resourceId] = watch(["locationId", "resourceKind", "resourceId"]);
  return (
    <ScopeSelect
      scope={{ locationId, resourceKind, resourceId }}
      onChange={(scope) => {
        setValue("resourceKind", scope.resourceKind, { shouldDirty: true });
        setValue("resourceId", scope.resourceId, { shouldDirty: true });
      }}
    />
  );
}

function Audience({ form }: Props) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const { field } = useController({ control: form.control, name: "audience" });
  function choose(id: string) {
    field.onChange(id);
    if (id !== "member") form.form.setValue("planId", null, { shouldDirty: true });
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <p aria-hidden="true" className="text-sm font-medium">
          {texts.audience}
        </p>
        <SegmentedControl
          label={texts.audience}
          segments={(["anyone", "member", "non_member"] as const).map((id) => ({ id, label: texts.audiences[id] }))}
          value={field.value}
          onChange={choose}
          className="-ms-0.5"
        />
        <p className="text-sm text-second">{texts.audienceHint}</p>
      </div>
      {field.value === "member" && plans.length > 0 && (
        <BoundSelect
          form={form}
          name="planId"
          label={texts.plan}
          options={[{ id: "", label: texts.anyPlan }, ...plans.map(({ id, name }) => ({ id, label: name }))]}
        />
      )}
    </div>
  );
}

function When({ form }: Props) {
  const { rates: texts } = useTexts(manageRatesTexts);
  const [from, to] = form.form.watch(["bandFromMinute", "bandToMinute"]);
  return (
    <>
      <BoundChips
        form={form}
        name="weekdays"
        label={texts.weekdays}
        description={texts.weekdaysHint}
        options={weekdays.map((day) => ({ id: day, label: weekdayName(day) }))}
      />
      <FormRow>
        <BoundClock form={form} name="bandFromMinute" label={texts.from} stepMinutes={15} />
        <BoundClock
          form={form}
          name="bandToMinute"
          label={texts.to}
          stepMinutes={15}
          isEnd
          problem={to <= from ? texts.bandForward : undefined}
        />
      </FormRow>
    </>
  );
}
