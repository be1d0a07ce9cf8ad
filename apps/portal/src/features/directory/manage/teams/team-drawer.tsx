import { useSuspenseQuery } from "@tanstack/react-query";
import { CreateTeamInput, type TeamView } from "@working-social/directory/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { CreditsLink } from "../../../credits/manage/credits-link.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";

type Fields = z.input<typeof CreateTeamInput>;

export function fieldsOf(team: TeamView | null): Fields {
  return { name: team?.name ?? "", planId: team?.planId ?? null };
}

/** A new team (team: null), or its name and plan. */
export function TeamDrawer({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const { teams: texts } = useTexts(managePeopleTexts);
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const entity = useEntity({
    thing: team,
    schema: CreateTeamInput,
    defaults: fieldsOf(team),
    create: useKeyedAction(trpc.teams.create.mutationOptions()),
    update: useAction(trpc.teams.update.mutationOptions()),
    words: texts,
    onClose,
  });
  const { form } = entity;
  const options = [{ id: "", label: texts.noPlan }, ...plans.map(({ id, name }) => ({ id, label: name }))];
  return (
    <EntityDrawer entity={entity}>
      <BoundText form={form} name="name" label={texts.name} isRequired autoComplete="off" />
      <BoundSelect form={form} name="planId" label={texts.plan} description={texts.planHint} options={options} />
      {team && <CreditsLink of={{ team: team.id }} name={team.name} isBeside={form.isDirty} isLong />}
    </EntityDrawer>
  );
}
