import { SetOverdraftInput, type OverdraftView } from "@working-social/credits/schema";
import type { z } from "zod";
import { useAction } from "../../../lib/action.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { BoundText } from "../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../manage/form/edit-drawer.tsx";
import { useEntityForm, type EntityForm } from "../../manage/form/use-entity-form.ts";
import { BoundQuantity } from "./bound-quantity.tsx";
import type { OwnerCredits } from "./credit-owner.ts";
import { KindSelect } from "./kind-select.tsx";
import { sayDone } from "../../../lib/say-done.ts";

export const OverdraftFields = SetOverdraftInput.omit({ owner: true, seen: true });
type Fields = z.input<typeof OverdraftFields>;
type OverdraftForm = EntityForm<Fields, z.output<typeof OverdraftFields>>;

export function defaultsOf(overdraft: OverdraftView | null): Partial<Fields> {
  const { unit, currency, limit } = overdraft ?? { unit: "mono_pages", currency: null };
  return { unit, currency, ...(limit === undefined ? {} : { limit }), reason: "" };
}

type OverdraftDrawerProps = { credits: OwnerCredits; overdraft: OverdraftView | null; onClose: () => void };

/** How far below zero somebody may go (overdraft: null for a kind that has none yet). */
export function OverdraftDrawer({ credits, overdraft, onClose }: OverdraftDrawerProps) {
  const { overdraft: texts } = useTexts(manageCreditsTexts);
  const save = useAction(trpc.credits.setOverdraft.mutationOptions(), {
    onDone: (_answer, { limit }) => {
      sayDone(limit === 0 ? texts.ended : texts.done);
      onClose();
    },
  });
  const form: OverdraftForm = useEntityForm({
    schema: OverdraftFields,
    defaults: defaultsOf(overdraft),
    // A reason alone gives nothing to save.
    onSave: (fields, edit) =>
      overdraft && edit.limit === undefined
        ? onClose()
        : save.run({ ...fields, owner: credits.owner, seen: edit.seen }),
    onUntouched: overdraft && onClose,
    saving: save,
  });
  const [unit, currency] = form.form.watch(["unit", "currency"]);
  return (
    <EditDrawer title={texts.title(credits.name)} form={form} onClose={onClose} submitLabel={texts.submit}>
      <p className="text-second">{texts.hint}</p>
      <KindSelect
        label={texts.kind}
        isDisabled={overdraft !== null}
        value={{ unit, currency }}
        onChange={(kind) => {
          form.form.setValue("unit", kind.unit, { shouldDirty: true });
          form.form.setValue("currency", kind.currency);
          form.form.resetField("limit");
        }}
      />
      <BoundQuantity
        form={form}
        name="limit"
        kind={{ unit, currency }}
        label={texts.limit}
        description={texts.limitHint}
        isRequired
      />
      <BoundText
        form={form}
        name="reason"
        label={texts.reason}
        description={texts.reasonHint}
        isRequired
        maxLength={200}
      />
    </EditDrawer>
  );
}
