import type { PlanVersionView } from "@working-social/billing/schema";
import type { PlanView } from "@working-social/directory/schema";
import { FormRow } from "@working-social/ui";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { useLocations } from "../../../../lib/location.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { BoundCheckbox, BoundMoney, BoundNumber, BoundSelect } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { FieldGroup } from "../../../manage/form/field-group.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";
import { PriceSteps } from "./price-steps.tsx";
import { VersionFields, versionFieldsOf, versionInputOf, type VersionForm } from "./version-form.ts";
import { versionsTexts } from "./versions-texts.ts";

type PublishDrawerProps = { plan: PlanView; newest: PlanVersionView | undefined; onClose: () => void };

/** A new price of a plan and what is agreed with it: for contracts from now on. */
export function PublishDrawer({ plan, newest, onClose }: PublishDrawerProps) {
  const texts = useTexts(versionsTexts);
  const { location, locations } = useLocations();
  const publish = useKeyedAction(trpc.plans.publishVersion.mutationOptions(), {
    onDone: ({ planName }) => {
      sayDone(texts.done(planName));
      onClose();
    },
  });
  const form: VersionForm = useEntityForm({
    schema: VersionFields,
    defaults: versionFieldsOf(plan.id, location, newest),
    onSave: (fields) => publish.run(versionInputOf(fields)),
    saving: publish,
  });
  const { currency } = form.form.watch();
  const currencies = [...new Set([...locations.map((one) => one.currency), currency])];
  return (
    <EditDrawer
      title={texts.formTitle(plan.name)}
      form={form}
      onClose={onClose}
      submitLabel={texts.submit}
      size="large"
    >
      <p className="text-second">{texts.hint}</p>
      <FormRow>
        <BoundMoney form={form} name="priceMinor" label={texts.priceField} currency={currency} isRequired />
        <BoundSelect form={form} name="intervalMonths" label={texts.interval} options={choice(texts.intervals)} />
      </FormRow>
      <FormRow>
        <BoundSelect form={form} name="priceMode" label={texts.mode} options={choice(texts.modes)} />
        {currencies.length > 1 && (
          <BoundSelect
            form={form}
            name="currency"
            label={texts.currency}
            options={currencies.map((id) => ({ id, label: id }))}
          />
        )}
      </FormRow>
      <BoundCheckbox form={form} name="isPerSeat" label={texts.perSeatField} description={texts.perSeatHint} />
      <PriceSteps form={form} currency={currency} />
      <Terms form={form} currency={currency} />
    </EditDrawer>
  );
}

function Terms({ form, currency }: { form: VersionForm; currency: string }) {
  const texts = useTexts(versionsTexts);
  return (
    <FieldGroup title={texts.terms} description={texts.noticeHint}>
      <FormRow>
        <BoundMoney form={form} name="setupFeeMinor" label={texts.setupField} currency={currency} isOptional />
        <BoundMoney
          form={form}
          name="depositMinor"
          label={texts.depositField}
          description={texts.depositHint}
          currency={currency}
          isOptional
        />
      </FormRow>
      <FormRow>
        <BoundNumber form={form} name="noticeMonths" label={texts.noticeMonths} minimum={0} maximum={24} isOptional />
        <BoundNumber form={form} name="noticeDays" label={texts.noticeDays} minimum={0} maximum={366} isOptional />
      </FormRow>
      <FormRow>
        <BoundNumber
          form={form}
          name="minimumMonths"
          label={texts.minimumMonths}
          minimum={0}
          maximum={120}
          isOptional
        />
        <BoundSelect form={form} name="firstMonth" label={texts.firstMonth} options={choice(texts.firstMonths)} />
      </FormRow>
    </FieldGroup>
  );
}

function choice(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([id, label]) => ({ id, label }));
}
