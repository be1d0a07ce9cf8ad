import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Select } from "@working-social/ui";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { HoursEditor } from "./hours-editor.tsx";

type HoursPageProps = { resourceId: string | null; onResource: (resourceId: string | null) => void };

/** Opening hours of a location, or of one of its rooms. */
export function HoursPage(props: HoursPageProps) {
  const texts = useTexts(manageHoursTexts);
  return (
    <LocationPage section="hours" subtitle={texts.subtitle}>
      {(location) => <HoursOfLocation key={location.id} location={location} {...props} />}
    </LocationPage>
  );
}

function HoursOfLocation({ location, resourceId, onResource }: HoursPageProps & { location: LocationView }) {
  const texts = useTexts(manageHoursTexts);
  const { data: resources } = useSuspenseQuery(trpc.resources.list.queryOptions({ locationId: location.id }));
  const resource = resources.find(({ id }) => id === resourceId) ?? null;
  const ownerId = resource?.id ?? null;
  const { data: hours } = useSuspenseQuery(
    trpc.locations.hours.queryOptions({ locationId: location.id, resourceId: ownerId }),
  );
  const { data: locationHours } = useSuspenseQuery(
    trpc.locations.hours.queryOptions({ locationId: location.id, resourceId: null }),
  );
  const owners = [
    { id: "", label: texts.wholeLocation(location.name) },
    ...resources.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <>
      <Select
        label={texts.whose}
        options={owners}
        value={ownerId ?? ""}
        onChange={(id) => onResource(id === "" ? null : id)}
        className="max-w-sm"
      />
      <HoursEditor
        key={ownerId ?? "location"}
        location={location}
        resource={resource}
        saved={hours}
        locationHours={locationHours}
      />
    </>
  );
}
