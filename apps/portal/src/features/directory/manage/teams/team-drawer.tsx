import { useSuspenseQuery } from "@tanstack/react-query";
import { CreateTeamInput, type TeamView } from "@working-social/directory/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { CreditsLink } from "../../../credits/manage/credits-link.tsx";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";
import { sayDone } from "../../../../lib/say-done.ts";

type Fields = z.input<typeof CreateTeamInput>;

export function fieldsOf(team: TeamView | null): Fields {
  return { name: team?.name ?? "", planId: team?.planId ?? null };
}

/** A new team (team: null), or its name and plan. */
export function TeamDrawer({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const { teams: texts } = useTexts(managePeopleTexts);
  const common = useTexts(manageTexts);
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const onDone = ({ name }: TeamView) => {
    sayDone(texts.saved(name));
    onClose();
  };
  const create = useKeyedAction(trpc.teams.create.mutationOptions(), { onDone });
  const update = useAction(trpc.teams.update.mutationOptions(), { onDone });
  const form = useEntityForm({
    schema: CreateTeamInput,
    defaults: fieldsOf(team),
    onSave: (fields, edit) => (team ? update.run({ id: team.id, ...edit }) : create.run(fields)),
    onUntouched: team && onClose,
    saving: team ? update : create,
  });
  const options = [{ id: "", label: texts.noPlan }, ...plans.map(({ id, name }) => ({ id, label: name }))];
  return (
    <EditDrawer
      title={team ? texts.editTitle : texts.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={team ? common.save : texts.add}
    >
      <BoundText form={form} name="name" label={texts.name} isRequired autoComplete="off" />
      <BoundSelect form={form} name="planId" label={texts.plan} description={texts.planHint} options={options} />
      {team && <CreditsLink of={{ team: team.id }} name={team.name} isBeside={form.isDirty} isLong />}
    </EditDrawer>
  );
}
