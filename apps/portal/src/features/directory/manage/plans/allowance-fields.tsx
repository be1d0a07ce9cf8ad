import { ANYTHING, type CreditUnit } from "@working-social/credits/schema";
import { Button, FormRow } from "@working-social/ui";
import { Plus } from "lucide-react";
import { useState, type Ref } from "react";
import { useController, type FieldErrors } from "react-hook-form";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "../../../credits/manage/manage-credits-texts.ts";
import { CreditScopeFields } from "../../../credits/manage/credit-scope-fields.tsx";
import { KindSelect, useKindName } from "../../../credits/manage/kind-select.tsx";
import { QuantityField } from "../../../credits/manage/quantity-field.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { issueSentence } from "../../../manage/form/use-entity-form.ts";
import type { AllowanceValues, PlanForm } from "./plan-form.ts";

const usual: readonly CreditUnit[] = ["room_minutes", "mono_pages", "colour_pages", "day_passes"];
const most = 20;

/** What a plan gives each month, one group for each kind of credits. */
export function AllowanceFields({ form }: { form: PlanForm }) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const { field } = useController({ control: form.control, name: "allowances" });
  const { value: allowances, onChange } = field;
  // Rows have no name of their own, and removing one must not let the next one take over its state.
  const [keys, setKeys] = useState(() => allowances.map((_, index) => index));
  const errors = form.form.formState.errors.allowances;
  function add() {
    const unit = usual.find((candidate) => !allowances.some((given) => given.unit === candidate)) ?? "room_minutes";
    onChange([...allowances, { unit, currency: null, quantity: null, rolloverCap: 0, scope: ANYTHING }]);
    setKeys([...keys, Math.max(-1, ...keys) + 1]);
  }
  function remove(index: number) {
    onChange(allowances.filter((_, other) => other !== index));
    setKeys(keys.filter((_, other) => other !== index));
  }
  return (
    <FieldGroup title={texts.title} description={texts.description}>
      {allowances.length === 0 && <p className="text-second">{texts.none}</p>}
      {allowances.map((allowance, index) => (
        <Allowance
          key={keys[index]}
          number={index + 1}
          allowance={allowance}
          errors={errors?.[index]}
          quantityRef={index === 0 ? field.ref : undefined}
          onChange={(next) => onChange(allowances.map((before, other) => (other === index ? next : before)))}
          onRemove={() => remove(index)}
        />
      ))}
      <div>
        <Button onPress={add} isDisabled={allowances.length >= most}>
          <Plus aria-hidden="true" className="size-4" />
          {texts.add}
        </Button>
      </div>
    </FieldGroup>
  );
}

type AllowanceProps = {
  number: number;
  allowance: AllowanceValues;
  errors: FieldErrors<AllowanceValues> | undefined;
  quantityRef: Ref<HTMLInputElement> | undefined;
  onChange: (allowance: AllowanceValues) => void;
  onRemove: () => void;
};

function Allowance({ number, allowance, errors, quantityRef, onChange, onRemove }: AllowanceProps) {
  const { allowances: texts } = useTexts(manageCreditsTexts);
  const nameOf = useKindName();
  const { unit, quantity, rolloverCap, scope } = allowance;
  const kind = { unit, currency: allowance.currency };
  const kindKey = `${unit} ${kind.currency}`;
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-lg border p-4">
      <legend className="sr-only">{texts.numbered(number)}</legend>
      <FormRow>
        <KindSelect
          label={texts.kind}
          value={kind}
          onChange={(next) => onChange({ ...next, quantity: null, rolloverCap: 0, scope: ANYTHING })}
        />
        <QuantityField
          // Another kind is another number.
          key={kindKey}
          kind={kind}
          label={texts.amount}
          isRequired
          ref={quantityRef}
          value={quantity}
          onChange={(next) => onChange({ ...allowance, quantity: next })}
          errorMessage={issueSentence(errors?.quantity)}
        />
      </FormRow>
      <CreditScopeFields
        key={unit}
        unit={unit}
        scope={scope}
        onChange={(next) => onChange({ ...allowance, scope: next })}
      />
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <QuantityField
          key={`rollover ${kindKey}`}
          kind={kind}
          label={texts.rollover}
          description={texts.rolloverHint}
          isOptional
          // Nothing carried over is an empty box.
          value={rolloverCap === 0 ? null : rolloverCap}
          onChange={(next) => onChange({ ...allowance, rolloverCap: next ?? 0 })}
          errorMessage={issueSentence(errors?.rolloverCap)}
          className="w-full sm:w-80"
        />
        <Button size="small" aria-label={texts.remove(nameOf(kind))} onPress={onRemove}>
          {texts.removeShort}
        </Button>
      </div>
    </fieldset>
  );
}
