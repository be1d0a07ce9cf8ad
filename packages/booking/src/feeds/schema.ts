import { z } from "zod";
import { Id, Name } from "../shared.ts";

/** Without a resource: one's own bookings. With one: that resource's. */
export const CreateFeedInput = z.strictObject({ name: Name, resourceId: Id.nullable() });
export type CreateFeedInput = z.infer<typeof CreateFeedInput>;
export const RevokeFeedInput = z.strictObject({ feedId: Id });
export type RevokeFeedInput = z.infer<typeof RevokeFeedInput>;

export interface FeedView {
  id: string;
  kind: "person" | "resource";
  name: string;
  resourceName: string | null;
  createdAt: string;
}

/** The path with its secret token is shown this once: only its hash is kept. */
export interface CreatedFeed extends FeedView {
  path: string;
}
