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
import { manageRatesTexts } from "../rates-texts.ts";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { ScopeSelect } from "../../../manage/scope/scope-select.tsx";
import { PolicyPicture } from "./policy-picture.tsx";
import { TierFields } from "./tier-fields.tsx";

type Fields = z.input<typeof CreateCancellationPolicyInput>;
export type PolicyForm = EntityForm<Fields, CreateCancellationPolicyInput>;

type PolicyDrawerProps = { location: LocationView; policy: CancellationPolicyView | null; onClose: () => void };

/** A new policy (policy: null), or one that exists, with its picture and its sentence. */
export function PolicyDrawer({ location, policy, onClose }: PolicyDrawerProps) {
  const { policies: texts } = useTexts(manageRatesTexts);
  const archive = useKeyedAction(trpc.cancellationPolicies.archive.mutationOptions(), { refusals: "toast" });
  const entity = useEntity({
    thing: policy,
    schema: CreateCancellationPolicyInput,
    defaults: defaultsOf(location, policy),
    create: useKeyedAction(trpc.cancellationPolicies.create.mutationOptions()),
    update: useAction(trpc.cancellationPolicies.update.mutationOptions()),
    archive: { verb: archive, words: texts },
    words: texts,
    onClose,
  });
  const form: PolicyForm = entity.form;
  const { setValue, watch } = form.form;
  const [locationId, resourceKind, resourceId, tiers] = watch(["locationId", "resourceKind", "resourceId", "tiers"]);
  return (
    <EntityDrawer entity={entity}>
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
    </EntityDrawer>
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
