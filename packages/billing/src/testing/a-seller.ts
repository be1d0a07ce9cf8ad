import type { TestDatabase } from "@working-social/db/testing";
import { aLocation } from "@working-social/db/testing";
import type { Space } from "@working-social/directory/testing";
import { aSpace } from "@working-social/directory/testing";

/** A space with a location, and with the seller that came with it. */
export interface Business extends Space {
  locationId: string;
  sellerId: string;
}

export async function aBusiness(database: TestDatabase): Promise<Business> {
  const space = await aSpace(database);
  const { id: locationId } = await aLocation(database.owner, space.organizationId, {
    timeZone: "Europe/Berlin",
    currency: "EUR",
  });
  const { rows } = await database.owner.query<{ seller_id: string }>(
    "SELECT seller_id FROM location_sellers WHERE location_id = $1",
    [locationId],
  );
  const sellerId = rows[0]?.seller_id;
  if (sellerId === undefined) throw new Error("A location came without a seller.");
  return { ...space, locationId, sellerId };
}
