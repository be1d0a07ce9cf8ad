import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { actorId } from "./actor.ts";

const ACTORS: Record<Actor["kind"], Actor> = {
  person: { kind: "person", personId: "ana", role: "member" },
  device: { kind: "device", device: "kiosk", deviceId: "the one by the stairs" },
  api_key: { kind: "api_key", keyId: "a key", scopes: ["everything"] },
  guest: { kind: "guest", guestId: "a guest" },
  job: { kind: "job", job: "expire_holds" },
  import: { kind: "import", source: "another system" },
};

test("each actor is told from others of its kind by what stays the same", () => {
  expect(Object.fromEntries(Object.values(ACTORS).map((actor) => [actor.kind, actorId(actor)]))).toEqual({
    person: "ana",
    device: "the one by the stairs",
    api_key: "a key",
    guest: "a guest",
    job: "expire_holds",
    import: "another system",
  });
});
