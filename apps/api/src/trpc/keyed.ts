import { z } from "zod";

const Key = {
  /** Made by the client for one intention, and sent again with each retry of it: printable, and long enough to be one's own. */
  idempotencyKey: z.string().regex(/^[\x21-\x7e]{16,100}$/),
};

/** What creates something asks for the key of the intention, so that a retry after a lost answer creates no second one. */
export function keyed<Shape extends z.core.$ZodShape, Config extends z.core.$ZodObjectConfig>(
  schema: z.ZodObject<Shape, Config>,
) {
  // safeExtend keeps refinements; its type can't tell of a Shape to come that it has no such field.
  const open: z.ZodObject = schema;
  return open.safeExtend(Key) as unknown as z.ZodObject<z.util.Extend<Shape, typeof Key>, Config>;
}
