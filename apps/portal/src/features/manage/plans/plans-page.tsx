import { useSuspenseQuery } from "@tanstack/react-query";
import type { PlanView } from "@working-social/directory/schema";
import { Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { BadgeCheck } from "lucide-react";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { managePeopleTexts } from "../../../texts/manage-people.ts";
import { useEditing } from "../form/edit-search.ts";
import { ManagePage } from "../frame/manage-page.tsx";
import { EditLink } from "../list/edit-link.tsx";
import { PlanDrawer } from "./plan-drawer.tsx";

/** The plans of the space and how many people have each. */
export function PlansPage() {
  const { plans: texts } = useTexts(managePeopleTexts);
  const { editing, openNew, close } = useEditing();
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const edited = plans.find(({ id }) => id === editing) ?? null;
  const columns = useColumns();
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <ManagePage section="plans" subtitle={texts.subtitle} actions={plans.length > 0 && add}>
      {plans.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={plans} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon={<BadgeCheck />} title={texts.emptyTitle} action={add}>
          {texts.emptyText}
        </EmptyState>
      )}
      {(edited || editing === "new") && <PlanDrawer key={editing} plan={edited} onClose={close} />}
    </ManagePage>
  );
}

function useColumns(): TableColumn<PlanView>[] {
  const { plans: texts } = useTexts(managePeopleTexts);
  return [
    { id: "name", header: texts.name, isRowHeader: true, cell: ({ id, name }) => <EditLink id={id}>{name}</EditLink> },
    { id: "people", header: texts.people, align: "figures", cell: ({ peopleCount }) => peopleCount },
  ];
}
