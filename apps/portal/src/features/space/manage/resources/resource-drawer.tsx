import { CreateResourceInput, type LocationView, type ResourceView } from "@working-social/booking/schema";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
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
  const entity = useEntity({
    thing: resource,
    schema: CreateResourceInput,
    defaults: defaultsOf(location, resource, nextPlace),
    create: useKeyedAction(trpc.resources.create.mutationOptions()),
    update: useAction(trpc.resources.update.mutationOptions()),
    fixed: ["locationId"],
    words: texts,
    onClose,
  });
  const { form } = entity;
  // This refusal names the desks and leads to their bookings, which the usual sentence can't.
  const { refusal } = form;
  const unitsBooked = refusal?.code === "units_booked" ? refusal.unitNames : null;
  return (
    <EntityDrawer
      entity={unitsBooked ? { ...entity, form: { ...form, refusal: null } } : entity}
      extra={resource && <ResourceAccess resource={resource} onDone={entity.done} />}
    >
      {unitsBooked && <UnitsBooked unitNames={unitsBooked} />}
      <ResourceFields form={form} />
    </EntityDrawer>
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
