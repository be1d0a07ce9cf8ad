import { useSuspenseQuery } from "@tanstack/react-query";
import type { PlanAllowance } from "@working-social/credits/schema";
import type { PlanView } from "@working-social/directory/schema";
import { holdsSame } from "@working-social/kernel";
import { useState } from "react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { AllowanceFields } from "./allowance-fields.tsx";
import { FromWhen } from "./from-when.tsx";
import { defaultsOf, isInUse, PlanFields, type PlanForm } from "./plan-form.ts";
import { useSavePlan } from "./use-save-plan.ts";

type PlanDrawerProps = { plan: PlanView | null; onClose: () => void };

/** A new plan (plan: null), or one that exists: its name and what it gives each month. */
export function PlanDrawer({ plan, onClose }: PlanDrawerProps) {
  return plan ? <ExistingPlan plan={plan} onClose={onClose} /> : <Editor plan={null} given={[]} onClose={onClose} />;
}

function ExistingPlan({ plan, onClose }: { plan: PlanView; onClose: () => void }) {
  const { data: given } = useSuspenseQuery(trpc.credits.planAllowances.queryOptions({ planId: plan.id }));
  return <Editor plan={plan} given={given} onClose={onClose} />;
}

function Editor({ plan, given, onClose }: PlanDrawerProps & { given: PlanAllowance[] }) {
  const { plans: texts } = useTexts(managePeopleTexts);
  const common = useTexts(manageTexts);
  // Whatever the plan gives by now: the form began with this.
  const [opened] = useState(given);
  const { save, saving } = useSavePlan({
    plan,
    onDone: (name) => {
      sayDone(texts.saved(name));
      onClose();
    },
  });
  const form: PlanForm = useEntityForm({
    schema: PlanFields,
    defaults: defaultsOf(plan, opened),
    onSave: save,
    onUntouched: plan && onClose,
    saving,
  });
  const isChanged = !holdsSame(opened, form.form.watch("allowances"));
  return (
    <EditDrawer
      title={plan ? texts.editTitle : texts.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={plan ? common.save : texts.add}
      size="large"
    >
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
      <AllowanceFields form={form} />
      {isChanged && plan && isInUse(plan) && <FromWhen form={form} plan={plan} />}
    </EditDrawer>
  );
}
