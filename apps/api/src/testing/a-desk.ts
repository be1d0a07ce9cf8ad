import type { Space } from "./a-space.ts";
import { aSpace } from "./a-space.ts";
import type { Caller, TestServer } from "./test-server.ts";
import { aCaller } from "./test-server.ts";

export interface Desk {
  space: Space;
  member: Caller;
  /** Ben, at the front desk. */
  desk: Caller;
}

/** A space with a member, whose name is no markup, and somebody at its desk. */
export async function aDesk(server: TestServer): Promise<Desk> {
  const space = await aSpace(server.database);
  const member = await aCaller(server, space.organizationId, { name: "Ana <b>" });
  return { space, member, desk: await aCaller(server, space.organizationId, { role: "front_desk", name: "Ben" }) };
}
