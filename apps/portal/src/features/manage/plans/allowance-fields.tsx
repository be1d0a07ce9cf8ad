import { ANYTHING, type CreditUnit } from "@working-social/credits/schema";
import { Button, FormRow } from "@working-social/ui";
import { Plus } from "lucide-react";
import { useController, useFieldArray } from "react-hook-form";
import { useTexts } from "../../../texts/catalog.ts";
import { manageCreditsTexts } from "../../../texts/manage-credits.ts";
import { CreditScopeFields } from "../credits/credit-scope-fields.tsx";
import { KindSelect, useKindName } from "../credits/kind-select.tsx";
import { QuantityField } from "../credits/quantity-field.tsx";
import { FieldGroup } from "../form/field-group.tsx";
import { issueSentence } from "../form/use-entity-form.ts";
import type { PlanForm } from "./plan-form.ts";

const usual: readonly CreditUnit[] = ["room_minutes", "mono_pages", "colour_pages", "day_passes"];

/** What a plan gives each month, one group for each kind of credits. */
export function AllowanceFields({ form }: { form: PlanForm }) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "allowances" });
  function add() {
    const given = form.form.getValues("allowances").map(({ unit }) => unit);
    const unit = usual.find((candidate) => !given.includes(candidate)) ?? "room_minutes";
    append({ unit, currency: null, quantity: null, rolloverCap: 0, scope: ANYTHING });
  }
  return (
    <FieldGroup title={texts.title} description={texts.description}>
      {fields.length === 0 && <p className="text-second">{texts.none}</p>}
      {fields.map((field, index) => (
        <Allowance key={field.id} form={form} index={index} onRemove={() => remove(index)} />
      ))}
      <div>
        <Button onPress={add} isDisabled={fields.length >= 20}>
          <Plus aria-hidden="true" className="size-4" />
          {texts.add}
        </Button>
      </div>
    </FieldGroup>
  );
}

type AllowanceProps = { form: PlanForm; index: number; onRemove: () => void };

function Allowance({ form, index, onRemove }: AllowanceProps) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const { setValue, watch } = form.form;
  const path = `allowances.${index}` as const;
  const [unit, currency, scope] = watch([`${path}.unit`, `${path}.currency`, `${path}.scope`]);
  const nameOf = useKindName();
  const kind = { unit, currency };
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-lg border p-4">
      <legend className="sr-only">{texts.numbered(index + 1)}</legend>
      <FormRow>
        <KindSelect
          label={texts.kind}
          value={kind}
          onChange={(next) => {
            setValue(path, { ...next, quantity: null, rolloverCap: 0, scope: ANYTHING }, dirty);
          }}
        />
        <Quantity key={`${unit} ${currency}`} form={form} index={index} />
      </FormRow>
      <CreditScopeFields
        key={unit}
        unit={unit}
        scope={scope}
        onChange={(next) => setValue(`${path}.scope`, next, dirty)}
      />
      <Rollover key={`rollover ${unit} ${currency}`} form={form} index={index} />
      <div>
        <Button size="small" aria-label={texts.remove(nameOf(kind))} onPress={onRemove}>
          {texts.removeShort}
        </Button>
      </div>
    </fieldset>
  );
}

const dirty = { shouldDirty: true };

function Quantity({ form, index }: Omit<AllowanceProps, "onRemove">) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const [unit, currency] = form.form.watch([`allowances.${index}.unit`, `allowances.${index}.currency`]);
  const { field, fieldState } = useController({ control: form.control, name: `allowances.${index}.quantity` });
  return (
    <QuantityField
      kind={{ unit, currency }}
      label={texts.amount}
      isRequired
      name={field.name}
      ref={field.ref}
      value={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      errorMessage={issueSentence(fieldState.error)}
    />
  );
}

function Rollover({ form, index }: Omit<AllowanceProps, "onRemove">) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const [unit, currency] = form.form.watch([`allowances.${index}.unit`, `allowances.${index}.currency`]);
  const { field, fieldState } = useController({ control: form.control, name: `allowances.${index}.rolloverCap` });
  return (
    <QuantityField
      kind={{ unit, currency }}
      label={texts.rollover}
      description={texts.rolloverHint}
      isOptional
      name={field.name}
      ref={field.ref}
      // Nothing carried over is an empty box.
      value={field.value === 0 ? null : field.value}
      onChange={(quantity) => field.onChange(quantity ?? 0)}
      onBlur={field.onBlur}
      errorMessage={issueSentence(fieldState.error)}
      className="sm:max-w-xs"
    />
  );
}
