import { z } from "zod";
import { Id, Name } from "@working-social/booking/schema";

/** Without a resource or location: one's own bookings. With one of them: that resource's, or the whole location's. */
export const CreateFeedInput = z
  .strictObject({ name: Name, resourceId: Id.nullable(), locationId: Id.nullable().default(null) })
  .refine((feed) => feed.resourceId === null || feed.locationId === null, {
    error: "of_two_things",
    path: ["locationId"],
  });
export type CreateFeedInput = z.input<typeof CreateFeedInput>;
export const RevokeFeedInput = z.strictObject({ feedId: Id });
export type RevokeFeedInput = z.infer<typeof RevokeFeedInput>;

export type FeedKind = "person" | "resource" | "location";

export interface FeedView {
  id: string;
  kind: FeedKind;
  name: string;
  resourceName: string | null;
  locationName: string | null;
  createdAt: string;
}

/** The path with its secret token is shown this once: only its hash is kept. */
export interface CreatedFeed extends FeedView {
  path: string;
}
