import { GiveCreditsInput, ANYTHING } from "@working-social/credits/schema";
import { dayInterval, formatInstant } from "@working-social/kernel";
import { Callout, FormRow } from "@working-social/ui";
import { z } from "zod";
import { useAction } from "../../../lib/action.ts";
import { formatIn } from "../../../lib/format.ts";
import { useIntention } from "../../../lib/idempotency.ts";
import { useNow } from "../../../lib/now.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { BoundDate, BoundText } from "../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../manage/form/edit-drawer.tsx";
import { useEntityForm, type EntityForm } from "../../manage/form/use-entity-form.ts";
import { BoundQuantity } from "./bound-quantity.tsx";
import type { OwnerCredits } from "./credit-owner.ts";
import { CreditScopeFields } from "./credit-scope-fields.tsx";
import { KindSelect } from "./kind-select.tsx";
import { sayDone } from "../../../lib/say-done.ts";

/** The input as a person types it: they know the last day, not the instant. */
const GiveFields = GiveCreditsInput.omit({ owner: true, idempotencyKey: true, expiresAt: true }).extend({
  lastDay: z.union([z.iso.date(), z.literal("")]),
});
type Fields = z.input<typeof GiveFields>;
type GiveForm = EntityForm<Fields, z.output<typeof GiveFields>>;

type GiveDrawerProps = { credits: OwnerCredits; onClose: () => void };

/** Gives credits by hand, with the reason that their owner reads. */
export function GiveDrawer({ credits, onClose }: GiveDrawerProps) {
  const { give: texts } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const intention = useIntention();
  const { owner, name, timeZone } = credits;
  const today = formatIn(timeZone).date(useNow());
  const give = useAction(trpc.credits.give.mutationOptions(), {
    onDone: (_answer, { unit, currency, quantity }) => {
      intention.done();
      sayDone(texts.done(units.quantity(unit, currency, quantity), name));
      onClose();
    },
  });
  const form: GiveForm = useEntityForm({
    schema: GiveFields,
    defaults: { unit: "room_minutes", currency: null, reason: "", lastDay: "", scope: ANYTHING },
    onSave: ({ lastDay, ...fields }) => {
      if (lastDay !== "" && lastDay < today) {
        form.form.setError("lastDay", { type: "refused", message: texts.untilPast }, { shouldFocus: true });
        return;
      }
      const expiresAt = lastDay === "" ? null : formatInstant(dayInterval(lastDay, timeZone).end);
      const input = { ...fields, owner, expiresAt };
      give.run({ ...input, idempotencyKey: intention.keyFor(input) });
    },
    saving: give,
  });
  return (
    <EditDrawer title={texts.title(name)} form={form} onClose={onClose} submitLabel={texts.submit}>
      <Amount form={form} />
      <BoundText
        form={form}
        name="reason"
        label={texts.reason}
        description={texts.reasonHint}
        isRequired
        maxLength={200}
      />
      <BoundDate
        form={form}
        name="lastDay"
        label={texts.until}
        description={texts.untilHint}
        isOptional
        minimum={today}
        className="sm:max-w-56"
      />
      <Scope form={form} />
      <Callout>{texts.settles}</Callout>
    </EditDrawer>
  );
}

type Props = { form: GiveForm };

function Amount({ form }: Props) {
  const { give: texts } = useTexts(manageCreditsTexts);
  const [unit, currency] = form.form.watch(["unit", "currency"]);
  return (
    <FormRow>
      <KindSelect
        label={texts.kind}
        value={{ unit, currency }}
        onChange={(kind) => {
          form.form.setValue("unit", kind.unit, { shouldDirty: true });
          form.form.setValue("currency", kind.currency);
          form.form.setValue("scope", ANYTHING);
          form.form.resetField("quantity");
        }}
      />
      <BoundQuantity form={form} name="quantity" kind={{ unit, currency }} label={texts.amount} isRequired />
    </FormRow>
  );
}

function Scope({ form }: Props) {
  const [unit, scope] = form.form.watch(["unit", "scope"]);
  return (
    <CreditScopeFields
      key={unit}
      unit={unit}
      scope={scope}
      onChange={(next) => form.form.setValue("scope", next, { shouldDirty: true })}
    />
  );
}
