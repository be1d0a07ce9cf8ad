import { z } from "zod";

/**
 * What an update says beside the fields that it changes: `seen` is what the editor showed of these when it was opened. Where
 * one of them says something else by now, the update is refused (edited_meanwhile); without `seen` it is not asked. No schema
 * of the fields reads it: what was kept under an older one is compared, and never refused.
 */
export const Seen = z.record(z.string().max(60), z.unknown()).exactOptional();

/** An update of what has an id: `z.strictObject(fields).exactPartial().extend(EDITED)`. Absent stays as it is, null clears. */
export const EDITED = { id: z.uuid(), seen: Seen };
