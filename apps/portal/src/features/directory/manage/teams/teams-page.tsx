import { useSuspenseQuery } from "@tanstack/react-query";
import type { TeamView } from "@working-social/directory/schema";
import { Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { UsersRound } from "lucide-react";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "../../../credits/manage/manage-credits-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { CreditsLink } from "../../../credits/manage/credits-link.tsx";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { TeamDrawer } from "./team-drawer.tsx";

/** Teams, their plan and how many belong to each. */
export function TeamsPage() {
  const { teams: texts } = useTexts(managePeopleTexts);
  const mayEdit = useMe().permissions.managePeople;
  const { editing, openNew, close } = useEditing();
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions());
  const edited = useEdited(teams);
  const columns = useColumns(mayEdit);
  const add = mayEdit && (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <ManagePage section="teams" subtitle={texts.subtitle} actions={teams.length > 0 && add}>
      {teams.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={teams} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon={<UsersRound />} title={texts.emptyTitle} action={add}>
          {texts.emptyText}
        </EmptyState>
      )}
      {mayEdit && (edited || editing === "new") && <TeamDrawer key={editing} team={edited} onClose={close} />}
    </ManagePage>
  );
}

function useColumns(isLinked: boolean): TableColumn<TeamView>[] {
  const { teams: texts } = useTexts(managePeopleTexts);
  const { page: credits } = useTexts(manageCreditsTexts);
  return [
    {
      id: "name",
      header: texts.name,
      isRowHeader: true,
      cell: ({ id, name }) => (isLinked ? <EditLink id={id}>{name}</EditLink> : name),
    },
    { id: "plan", header: texts.plan, cell: ({ planName }) => planName ?? "–" },
    { id: "people", header: texts.people, align: "figures", cell: ({ peopleCount }) => peopleCount },
    {
      id: "credits",
      header: credits.linkTo,
      isHeaderHidden: true,
      align: "figures",
      cell: ({ id, name }) => <CreditsLink of={{ team: id }} name={name} />,
    },
  ];
}
