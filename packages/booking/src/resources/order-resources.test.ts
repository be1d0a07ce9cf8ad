import { aLocation, aResource, createTestDatabase, type TestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { orderResources } from "./commands/order-resources.ts";
import { listResources } from "./queries.ts";
import { OrderResourcesInput } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function aPlace() {
  const space = await aSpace(database);
  const { id: locationId } = await aLocation(database.owner, space.organizationId);
  const ids: string[] = [];
  for (const name of ["A", "B", "C"])
    ids.push((await aResource(database.owner, space.organizationId, locationId, { name })).id);
  const names = async () => (await listResources(space.as("member"), { locationId })).map(({ name }) => name).join("");
  return { space, locationId, ids, names };
}

test("resources follow each other as a manager puts them, for everybody, and the trail says so", async () => {
  const { space, locationId, ids, names } = await aPlace();
  const [a, b, c] = ids as [string, string, string];
  await orderResources(space.as("community_manager"), { locationId, resourceIds: [c, a, b] });
  expect(await names()).toBe("CAB");
  expect(await space.audited()).toContain("location.resources_ordered");
});

test("two who sort at once leave the order of one of them", async () => {
  const { space, locationId, ids, names } = await aPlace();
  const manager = space.as("community_manager");
  const orders = Array.from({ length: 8 }, (_, round) => (round % 2 ? [...ids].reverse() : ids));
  await Promise.all(orders.map((resourceIds) => orderResources(manager, { locationId, resourceIds })));
  expect(["ABC", "CBA"]).toContain(await names());
});

test("a member sorts nothing, and what is not here moves nothing", async () => {
  const [here, there] = [await aPlace(), await aPlace()];
  const { space, locationId, ids, names } = here;
  const reversed = [...ids].reverse();
  const refused = (code: string) => ({ refusal: { code } });
  await expect(orderResources(space.as("member"), { locationId, resourceIds: reversed })).rejects.toMatchObject(
    refused("not_allowed"),
  );
  const manager = space.as("community_manager");
  for (const stranger of [newId(), ...there.ids.slice(0, 1)])
    await expect(orderResources(manager, { locationId, resourceIds: [...reversed, stranger] })).rejects.toMatchObject(
      refused("not_found"),
    );
  await expect(orderResources(manager, { locationId: there.locationId, resourceIds: reversed })).rejects.toMatchObject(
    refused("not_found"),
  );
  expect(await names()).toBe("ABC");
  const twice = OrderResourcesInput.safeParse({ locationId, resourceIds: [ids[0], ids[0]] });
  expect(twice.error?.issues.map(({ message }) => message)).toEqual(["not_unique"]);
});
