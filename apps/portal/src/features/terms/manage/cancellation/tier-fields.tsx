import { Button, IconButton } from "@working-social/ui";
import { Plus, X } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { BoundNumber } from "../../../manage/form/bound-fields.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import type { PolicyForm } from "./policy-drawer.tsx";
import { areTiersWrong, orderedTiers } from "./policy-sentence.ts";

const mostTiers = 12;

/** The steps of a policy: from so many hours before the start on, so much of the price. */
export function TierFields({ form }: { form: PolicyForm }) {
  const { policies: texts } = useTexts(manageRatesTexts);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "tiers" });
  const tiers = form.form.watch("tiers");
  const isWrong = areTiersWrong(tiers);
  function add() {
    const last = orderedTiers(tiers).at(-1);
    append({ hoursBefore: last ? Math.floor(last.hoursBefore / 2) : 24, feePercent: last ? 100 : 50 });
  }
  return (
    <FieldGroup title={texts.tiers}>
      {fields.map((field, index) => (
        <Tier key={field.id} form={form} index={index} onRemove={fields.length > 1 ? () => remove(index) : null} />
      ))}
      <div role="alert" className="text-sm text-red empty:hidden">
        {isWrong && texts.tiersWrong}
      </div>
      {fields.length < mostTiers && (
        <Button size="small" className="self-start" onPress={add}>
          <Plus aria-hidden="true" className="size-4" />
          {texts.addTier}
        </Button>
      )}
    </FieldGroup>
  );
}

function Tier({ form, index, onRemove }: { form: PolicyForm; index: number; onRemove: (() => void) | null }) {
  const { policies: texts } = useTexts(manageRatesTexts);
  const common = { isLabelHidden: true, hasSteppers: false, minimum: 0 } as const;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <span className="pt-2.5 text-sm text-second">{texts.fromHours}</span>
      <BoundNumber
        form={form}
        name={`tiers.${index}.hoursBefore`}
        label={texts.hoursBefore(index + 1)}
        suffix={texts.hours}
        maximum={8760}
        className="min-w-36 flex-1"
        {...common}
      />
      <BoundNumber
        form={form}
        name={`tiers.${index}.feePercent`}
        label={texts.feePercent(index + 1)}
        suffix={texts.percent}
        maximum={100}
        className="w-24"
        {...common}
      />
      {onRemove && (
        <IconButton aria-label={texts.removeTier(index + 1)} onPress={onRemove}>
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      )}
    </div>
  );
}
