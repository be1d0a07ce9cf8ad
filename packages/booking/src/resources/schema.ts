import { EDITED } from "@working-social/kernel/edit-input";
import { typedLine, typedText } from "@working-social/kernel/typed-text";
import { z } from "zod";
import { Id, Name, ResourceKind } from "../shared.ts";

const resourceFields = {
  name: Name,
  kind: ResourceKind,
  capacity: z.int().min(1).max(10_000),
  floor: Name.nullable(),
  description: typedText({ max: 2_000 }).nullable(),
  features: z.array(typedLine({ max: 40 }).toLowerCase()).max(30),
  assignment: z.enum(["on_booking", "on_arrival"]),
  /** Identical units, such as 12 desks; 1 for a room. Lowering it is refused while a removed unit has future bookings. */
  unitCount: z.int().min(1).max(500),
  sortOrder: z.int().min(0).max(100_000),
};
export const CreateResourceInput = z.strictObject({ locationId: Id, ...resourceFields });
export type CreateResourceInput = z.infer<typeof CreateResourceInput>;
export const UpdateResourceInput = z.strictObject(resourceFields).exactPartial().extend(EDITED);
export type UpdateResourceInput = z.infer<typeof UpdateResourceInput>;

export interface UnitView {
  id: string;
  name: string;
}

export interface ResourceView {
  id: string;
  locationId: string;
  name: string;
  kind: ResourceKind;
  capacity: number;
  floor: string | null;
  description: string | null;
  features: string[];
  allocation: "one_unit" | "all_units";
  assignment: "on_booking" | "on_arrival";
  sortOrder: number;
  isArchived: boolean;
  units: UnitView[];
}

/** Archived ones are for those who manage the space. */
export const ListResourcesInput = z.strictObject({ locationId: Id, includeArchived: z.boolean().optional() });
export type ListResourcesInput = z.infer<typeof ListResourcesInput>;
/** As they are to follow each other; the rest keeps its place. */
export const OrderResourcesInput = z.strictObject({
  locationId: Id,
  resourceIds: z
    .array(Id)
    .min(1)
    .max(1_000)
    .refine((ids) => new Set(ids).size === ids.length, { error: "not_unique" }),
});
export type OrderResourcesInput = z.infer<typeof OrderResourcesInput>;
export interface ResourceOrderView {
  resourceIds: string[];
}
export const ResourceIdInput = z.strictObject({ id: Id });
export type ResourceIdInput = z.infer<typeof ResourceIdInput>;
