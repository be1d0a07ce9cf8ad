import type fc from "fast-check";
import type { z } from "zod";

/** A form, for `round-trip.test.ts`. */
export interface Form {
  /** What the form begins with, for something odd. */
  opened: fc.Arbitrary<object>;
  schema: z.ZodType<object>;
  /** What the server reads of an edit; what can't be edited there is not in it. */
  update: z.ZodType<object>;
  fixed?: string[];
}

/** The form of a view, as its drawer opens it. */
export const form = <View>(
  views: fc.Arbitrary<View>,
  fieldsOf: (view: View) => object,
  schema: z.ZodType<object>,
  update: z.ZodType<object>,
  fixed: string[] = [],
): Form => ({ opened: views.map(fieldsOf), schema, update, fixed });
