import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import type { PlanAllowance } from "@working-social/credits/schema";
import type { PlanView } from "@working-social/directory/schema";
import { Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { BadgeCheck } from "lucide-react";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../../lib/texts/credit-units.ts";
import { manageCreditsTexts } from "../../../credits/manage/manage-credits-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { VersionsSection } from "../../../billing/manage/plans/versions-section.tsx";
import { PlanDrawer } from "./plan-drawer.tsx";

/** The plans of the space and how many people have each. */
export function PlansPage() {
  const { plans: texts } = useTexts(managePeopleTexts);
  const { editing, openNew, close } = useEditing();
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const edited = useEdited(plans);
  const { manageContracts } = useMe().permissions;
  const allowances = useSuspenseQueries({
    queries: plans.map(({ id }) => trpc.credits.planAllowances.queryOptions({ planId: id })),
    combine: (results) => results.map(({ data }) => data),
  });
  const columns = useColumns(new Map(plans.map(({ id }, index) => [id, allowances[index] ?? []])));
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <ManagePage section="plans" subtitle={texts.subtitle} actions={plans.length > 0 && add}>
      {plans.length > 0 ? (
        <>
          <Table label={texts.subtitle} columns={columns} rows={plans} rowKey={({ id }) => id} />
          <VersionsSection plans={plans} mayPublish={manageContracts} />
        </>
      ) : (
        <EmptyState icon={<BadgeCheck />} title={texts.emptyTitle} action={add}>
          {texts.emptyText}
        </EmptyState>
      )}
      {(edited || editing === "new") && <PlanDrawer key={editing} plan={edited} onClose={close} />}
    </ManagePage>
  );
}

function useColumns(allowances: ReadonlyMap<string, PlanAllowance[]>): TableColumn<PlanView>[] {
  const { plans: texts } = useTexts(managePeopleTexts);
  const { allowances: credits } = useTexts(manageCreditsTexts);
  const units = useTexts(creditUnitTexts);
  const givenBy = (id: string) =>
    credits.sentence(
      (allowances.get(id) ?? []).map(({ unit, currency, quantity }) => units.quantity(unit, currency, quantity)),
    );
  return [
    { id: "name", header: texts.name, isRowHeader: true, cell: ({ id, name }) => <EditLink id={id}>{name}</EditLink> },
    { id: "credits", header: credits.title, cell: ({ id }) => <span className="text-second">{givenBy(id)}</span> },
    { id: "people", header: texts.people, align: "figures", cell: ({ peopleCount }) => peopleCount },
    { id: "teams", header: texts.teams, align: "figures", cell: ({ teamCount }) => teamCount },
  ];
}
