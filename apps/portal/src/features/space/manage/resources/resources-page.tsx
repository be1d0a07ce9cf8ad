import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView, ResourceView } from "@working-social/booking/schema";
import { Badge, Button, EmptyState, Switch, Table, type TableColumn } from "@working-social/ui";
import { Armchair } from "lucide-react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { NextStep } from "../../../manage/set-up/next-step.tsx";
import { OrderHandle } from "./order-handle.tsx";
import { ResourceDrawer } from "./resource-drawer.tsx";
import { useOrder, type Order } from "./use-order.ts";

type ResourcesPageProps = { withArchived: boolean; onWithArchived: (withArchived: boolean) => void };

/** Rooms, booths, desks and equipment of a location. */
export function ResourcesPage(props: ResourcesPageProps) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { openNew } = useEditing();
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <LocationPage section="resources" subtitle={texts.subtitle} actions={() => add}>
      {(location) => <Resources key={location.id} location={location} {...props} />}
    </LocationPage>
  );
}

function Resources({ location, withArchived, onWithArchived }: ResourcesPageProps & { location: LocationView }) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { editing, openNew, close } = useEditing();
  const { data: saved } = useSuspenseQuery(
    trpc.resources.list.queryOptions({ locationId: location.id, includeArchived: true }),
  );
  const order = useOrder(location.id, saved);
  const all = order.resources;
  const shown = all.filter(({ isArchived }) => withArchived || !isArchived);
  const columns = useColumns(shown, order);
  const edited = useEdited(all);
  return (
    <>
      {shown.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={shown} rowKey={({ id }) => id} />
      ) : (
        <EmptyState
          icon={<Armchair />}
          title={texts.emptyTitle}
          action={
            <Button variant="primary" onPress={openNew}>
              {texts.add}
            </Button>
          }
        >
          {texts.emptyText}
        </EmptyState>
      )}
      {shown.length > 0 && <NextStep after="resources" location={location} />}
      {all.some(({ isArchived }) => isArchived) && (
        <Switch label={texts.showArchived} isSelected={withArchived} onChange={onWithArchived} />
      )}
      {(edited || editing === "new") && (
        <ResourceDrawer
          key={editing}
          location={location}
          resource={edited}
          nextPlace={nextPlace(all)}
          onClose={close}
        />
      )}
    </>
  );
}

/** A new one comes last, with room between for those that belong there later. */
function nextPlace(resources: readonly ResourceView[]): number {
  return Math.min(100_000, Math.max(0, ...resources.map(({ sortOrder }) => sortOrder)) + 10);
}

function useColumns(shown: readonly ResourceView[], order: Order): TableColumn<ResourceView>[] {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { kinds } = useTexts(manageTexts);
  const handle = (resource: ResourceView) => <OrderHandle {...{ resource, shown, order }} />;
  return [
    ...(shown.length > 1
      ? [{ id: "order", header: texts.order, isHeaderHidden: true, cell: handle, className: "w-px pe-0!" }]
      : []),
    { id: "name", header: texts.name, isRowHeader: true, cell: (resource) => <NameCell resource={resource} /> },
    { id: "kind", header: texts.kind, cell: ({ kind }) => kinds[kind] },
    { id: "capacity", header: texts.capacity, align: "figures", cell: ({ capacity }) => capacity },
    {
      id: "units",
      header: texts.unitsHeader,
      isSecondary: true,
      align: "figures",
      cell: ({ units }) => texts.units(units.length),
    },
    { id: "floor", header: texts.floor, isSecondary: true, cell: ({ floor }) => floor ?? "–" },
    {
      id: "features",
      header: texts.featuresHeader,
      isSecondary: true,
      cell: ({ features }) => (
        <span className="text-second">{features.length === 0 ? "–" : texts.hasFeatures(features)}</span>
      ),
    },
  ];
}

function NameCell({ resource }: { resource: ResourceView }) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  return (
    <span className="flex items-center gap-2">
      <EditLink id={resource.id}>{resource.name}</EditLink>
      {resource.isArchived && <Badge>{texts.archived}</Badge>}
    </span>
  );
}
