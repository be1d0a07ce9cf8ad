import { Button, FormRow, IconButton, NumberField } from "@working-social/ui";
import { Plus, X } from "lucide-react";
import { useController } from "react-hook-form";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { MoneyField } from "../../../manage/form/money-field.tsx";
import { issueSentence } from "../../../manage/form/use-entity-form.ts";
import type { VersionFieldValues, VersionForm } from "./version-form.ts";
import { versionsTexts } from "./versions-texts.ts";

type Step = VersionFieldValues["steps"][number];

/** Another price from the so-manieth period of a contract on. */
export function PriceSteps({ form, currency }: { form: VersionForm; currency: string }) {
  const texts = useTexts(versionsTexts);
  const { field, formState } = useController({ control: form.control, name: "steps" });
  const steps = field.value;
  const errors = formState.errors.steps;
  const set = (index: number, step: Step) => field.onChange(steps.map((one, other) => (other === index ? step : one)));
  const next = Math.max(1, ...steps.map(({ period }) => period)) + 1;
  return (
    <FieldGroup title={texts.stepTitle} description={texts.stepHint}>
      {steps.map((step, index) => (
        // Steps have their order, and nothing else of their own while they are typed.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="flex items-end gap-2">
          <FormRow>
            <NumberField
              label={texts.step}
              minimum={2}
              maximum={1201}
              isRequired
              value={step.period}
              onChange={(period) => period !== null && set(index, { ...step, period })}
              errorMessage={issueSentence(errors?.[index]?.period)}
            />
            <MoneyField
              label={texts.stepPrice}
              currency={currency}
              isRequired
              value={step.priceMinor}
              onChange={(priceMinor) => set(index, { ...step, priceMinor: priceMinor ?? 0 })}
              errorMessage={issueSentence(errors?.[index]?.priceMinor)}
            />
          </FormRow>
          <IconButton
            aria-label={texts.removeStep(step.period)}
            onPress={() => field.onChange(steps.filter((_one, other) => other !== index))}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <div>
        <Button onPress={() => field.onChange([...steps, { period: next, priceMinor: 0 }])}>
          <Plus aria-hidden="true" className="size-4" />
          {texts.addStep}
        </Button>
      </div>
    </FieldGroup>
  );
}
