import { CreateResourceInput, type LocationView, type ResourceView } from "@working-social/booking/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { EditDrawer } from "../../../manage/form/edit-drawer.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { ResourceAccess } from "./resource-access.tsx";
import { ResourceFields } from "./resource-fields.tsx";
import { UnitsBooked } from "./units-booked.tsx";

type Fields = z.input<typeof CreateResourceInput>;

type ResourceDrawerProps = {
  location: LocationView;
  resource: ResourceView | null;
  nextPlace: number;
  onClose: () => void;
};

/** A new room or desk (resource: null), or everything about one. */
export function ResourceDrawer({ location, resource, nextPlace, onClose }: ResourceDrawerProps) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const common = useTexts(manageTexts);
  const done = (said: string) => {
    sayDone(said);
    onClose();
  };
  const onDone = ({ name }: ResourceView) => done(texts.saved(name));
  const create = useKeyedAction(trpc.resources.create.mutationOptions(), { onDone });
  const update = useAction(trpc.resources.update.mutationOptions(), { onDone });
  const form = useEntityForm({
    schema: CreateResourceInput,
    defaults: defaultsOf(location, resource, nextPlace),
    onSave: (fields, { locationId: _locationId, ...edit }) =>
      resource ? update.run({ id: resource.id, ...edit }) : create.run(fields),
    onUntouched: resource && onClose,
    saving: resource ? update : create,
  });
  // This refusal names the desks and leads to their bookings, which the usual sentence can't.
  const { refusal } = form;
  const unitsBooked = refusal?.code === "units_booked" ? refusal.unitNames : null;
  return (
    <EditDrawer
      title={resource?.name ?? texts.newTitle}
      form={unitsBooked ? { ...form, refusal: null } : form}
      onClose={onClose}
      submitLabel={resource ? common.save : texts.add}
      extra={resource && <ResourceAccess resource={resource} onDone={done} />}
    >
      {unitsBooked && <UnitsBooked unitNames={unitsBooked} />}
      <ResourceFields form={form} />
    </EditDrawer>
  );
}

export function defaultsOf(location: LocationView, resource: ResourceView | null, nextPlace: number): Fields {
  if (!resource) {
    return {
      locationId: location.id,
      name: "",
      kind: "room",
      capacity: 4,
      floor: null,
      description: null,
      features: [],
      assignment: "on_booking",
      unitCount: 1,
      sortOrder: nextPlace,
    };
  }
  const { locationId, name, kind, capacity, floor, description, features, assignment, sortOrder } = resource;
  return {
    locationId,
    name,
    kind,
    capacity,
    floor,
    description,
    features,
    assignment,
    unitCount: resource.units.length,
    sortOrder,
  };
}
