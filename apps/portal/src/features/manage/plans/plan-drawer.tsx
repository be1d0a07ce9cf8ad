import { CreatePlanInput, type PlanView } from "@working-social/directory/schema";
import { useAction } from "../../../lib/action.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageTexts } from "../../../texts/manage.ts";
import { managePeopleTexts } from "../../../texts/manage-people.ts";
import { BoundText } from "../form/bound-fields.tsx";
import { EditDrawer } from "../form/edit-drawer.tsx";
import { useEntityForm } from "../form/use-entity-form.ts";
import { useRefresh } from "../list/use-refresh.ts";

/** A new plan (plan: null), or its name. */
export function PlanDrawer({ plan, onClose }: { plan: PlanView | null; onClose: () => void }) {
  const { plans: texts } = useTexts(managePeopleTexts);
  const common = useTexts(manageTexts);
  const refresh = useRefresh();
  const onDone = ({ name }: PlanView) => {
    refresh(texts.saved(name), trpc.plans.pathFilter(), trpc.people.pathFilter(), trpc.teams.pathFilter());
    onClose();
  };
  const create = useAction(trpc.plans.create.mutationOptions(), { onDone });
  const update = useAction(trpc.plans.update.mutationOptions(), { onDone });
  const form = useEntityForm({
    schema: CreatePlanInput,
    defaults: { name: plan?.name ?? "" },
    onSave: (fields) => (plan ? update.run({ id: plan.id, ...fields }) : create.run(fields)),
    saving: plan ? update : create,
  });
  return (
    <EditDrawer
      title={plan ? texts.editTitle : texts.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={plan ? common.save : texts.add}
    >
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
    </EditDrawer>
  );
}
