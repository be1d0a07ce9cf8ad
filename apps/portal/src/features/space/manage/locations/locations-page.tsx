import { Link } from "@tanstack/react-router";
import type { LocationView } from "@working-social/booking/schema";
import { Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import { MapPin } from "lucide-react";
import { formatIn } from "../../../../lib/format.ts";
import { chooseLocation, useLocations } from "../../../../lib/location.ts";
import { useNow } from "../../../../lib/now.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { LocationDrawer } from "./location-drawer.tsx";
import { taxSentence } from "./tax.ts";
import { zoneLabel } from "../../../../lib/zones.ts";

/** The places of the space with their clock, currency and tax. */
export function LocationsPage() {
  const { locations: texts } = useTexts(manageSpaceTexts);
  const { locations } = useLocations();
  const { editing, openNew, close } = useEditing();
  const edited = useEdited(locations);
  const add = (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  const columns = useColumns();
  return (
    <ManagePage section="locations" subtitle={texts.subtitle} actions={locations.length > 0 && add}>
      {locations.length > 0 ? (
        <Table label={texts.subtitle} columns={columns} rows={locations} rowKey={({ id }) => id} />
      ) : (
        <EmptyState icon={<MapPin />} title={texts.emptyTitle} action={add}>
          {texts.emptyText}
        </EmptyState>
      )}
      {(edited || editing === "new") && <LocationDrawer key={editing} location={edited} onClose={close} />}
    </ManagePage>
  );
}

function ZoneClock({ zone }: { zone: string }) {
  const now = useNow();
  const format = formatIn(zone);
  return (
    <span className="flex flex-col">
      {zoneLabel(zone)}
      <span className="figures text-sm text-second">{format.weekdayTime(now)}</span>
    </span>
  );
}

function HoursLink({ locationId }: { locationId: string }) {
  const { locations: texts } = useTexts(manageSpaceTexts);
  return (
    <Link
      to="/manage/hours"
      onClick={() => chooseLocation(locationId)}
      className="inline-flex items-center text-sm font-medium text-accent underline-offset-3 hover:underline touch:min-h-11"
    >
      {texts.openHours}
    </Link>
  );
}

function useColumns(): TableColumn<LocationView>[] {
  const { locations: texts } = useTexts(manageSpaceTexts);
  return [
    { id: "name", header: texts.name, isRowHeader: true, cell: ({ id, name }) => <EditLink id={id}>{name}</EditLink> },
    { id: "zone", header: texts.zone, cell: ({ timeZone }) => <ZoneClock zone={timeZone} /> },
    { id: "currency", header: texts.currency, cell: ({ currency }) => currency },
    { id: "tax", header: texts.tax, isSecondary: true, cell: taxSentence },
    {
      id: "hours",
      header: texts.openHours,
      isHeaderHidden: true,
      align: "figures",
      cell: ({ id }) => <HoursLink locationId={id} />,
    },
  ];
}
