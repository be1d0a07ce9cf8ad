import {
  CreateCancellationPolicyInput,
  type CancellationPolicyView,
  type LocationView,
} from "@working-social/booking/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { ArchiveButton } from "../../../manage/form/archive-button.tsx";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm, type EntityForm } from "../../../manage/form/use-entity-form.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { ScopeSelect } from "../../../manage/scope/scope-select.tsx";
import { PolicyPicture } from "./policy-picture.tsx";
import { TierFields } from "./tier-fields.tsx";

type Fields = z.input<typeof CreateCancellationPolicyInput>;
export type PolicyForm = EntityForm<Fields, CreateCancellationPolicyInput>;

type PolicyDrawerProps = { location: LocationView; policy: CancellationPolicyView | null; onClose: () => void };

/** A new policy (policy: null), or one that exists, with its picture and its sentence. */
export function PolicyDrawer({ location, policy, onClose }: PolicyDrawerProps) {
  const { policies: texts } = useTexts(manageRatesTexts);
  const common = useTexts(manageTexts);
  const done = (said: string) => {
    sayDone(said);
    onClose();
  };
  const onDone = ({ name }: CancellationPolicyView) => done(texts.saved(name));
  const create = useKeyedAction(trpc.cancellationPolicies.create.mutationOptions(), { onDone });
  const update = useAction(trpc.cancellationPolicies.update.mutationOptions(), { onDone });
  const archive = useKeyedAction(trpc.cancellationPolicies.archive.mutationOptions(), {
    refusals: "toast",
    onDone: () => done(texts.archived(policy?.name ?? "")),
  });
  const form: PolicyForm = useEntityForm({
    schema: CreateCancellationPolicyInput,
    defaults: defaultsOf(location, policy),
    onSave: (fields, edit) => (policy ? update.run({ id: policy.id, ...edit }) : create.run(fields)),
    onUntouched: policy && onClose,
    saving: policy ? update : create,
  });
  const { setValue, watch } = form.form;
  const [locationId, resourceKind, resourceId, tiers] = watch(["locationId", "resourceKind", "resourceId", "tiers"]);
  const archiveButton = policy && (
    <ArchiveButton
      title={texts.archiveTitle(policy.name)}
      isPending={archive.isPending}
      onArchive={() => archive.run({ id: policy.id })}
    >
      {texts.archiveText}
    </ArchiveButton>
  );
  return (
    <EditDrawer
      title={policy?.name ?? texts.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={policy ? common.save : texts.add}
      extra={archiveButton}
    >
      <BoundText
        form={form}
        name="name"
        label={texts.name}
        description={texts.nameHint}
        isRequired
        autoComplete="off"
      />
      <ScopeSelect
        scope={{ locationId, resourceKind, resourceId }}
        onChange={(scope) => {
          setValue("resourceKind", scope.resourceKind, { shouldDirty: true });
          setValue("resourceId", scope.resourceId, { shouldDirty: true });
        }}
      />
      <TierFields form={form} />
      <PolicyPicture tiers={tiers} />
    </EditDrawer>
  );
}

export function defaultsOf(location: LocationView, policy: CancellationPolicyView | null): Fields {
  if (policy) {
    const { id: _id, ...fields } = policy;
    return fields;
  }
  const tiers = [
    { hoursBefore: 24, feePercent: 50 },
    { hoursBefore: 2, feePercent: 100 },
  ];
  return { name: "", locationId: location.id, resourceKind: null, resourceId: null, tiers };
}
