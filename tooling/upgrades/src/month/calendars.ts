import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { key } from "./acts.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

/** Addresses of calendars, and the history of another system. */
export const CALENDARS: readonly Step[] = [
  on(4, "12:00", "feeds are made, and one is taken away", async ({ as, id }) => {
    const mine = { name: "My bookings", resourceId: null };
    await as("ana").feeds.create.mutate({ ...mine, idempotencyKey: key() });
    const gone = await as("ana").feeds.create.mutate({ ...mine, name: "An old phone", idempotencyKey: key() });
    await as("ana").feeds.revoke.mutate({ feedId: gone.id, idempotencyKey: key() });
    await as("mira").feeds.create.mutate({
      name: "The hall's door",
      resourceId: id("Harbour hall A"),
      idempotencyKey: key(),
    });
    await as("mira").feeds.create.mutate({
      name: "Rope Walk",
      resourceId: null,
      locationId: id("Rope Walk"),
      idempotencyKey: key(),
    });
  }),
  on(7, "12:00", "the bookings of an old system are taken in", importHistory),
];

/** A double booking, two that share a slot, a room that is made on the way, and a row that makes no sense. */
const OLD_BOOKINGS = `id,room,from,to,subject,booked_by
1,Lantern,2025-03-03 10:00,2025-03-03 11:00,Choir,ana@quayside.example
2,Lantern,2025-03-03 10:00,2025-03-03 11:00,Choir (again),lena@quayside.example
3,Lantern,2025-03-03 09:30,2025-03-03 10:30,Cut across,
4,Crow's nest,2025-03-04 10:00,2025-03-04 12:00,Stargazing,
5,Cooper,2025-03-05 12:00,2025-03-05 11:00,Backwards,
6,Cooper,2025-03-05 14:00,2025-03-05 15:30,"Tasting, ""blind""",nobody@quayside.example
`;
const MAPPING = {
  source: "old-harbour-diary",
  times: "local",
  columns: {
    resource: "room",
    startsAt: "from",
    endsAt: "to",
    title: ["subject"],
    rowKey: ["id"],
    personEmail: "booked_by",
  },
  missingResources: { kind: "room", capacity: 2 },
};
const IMPORT = join(import.meta.dirname, "../../../../packages/import/src/main.ts");

/** By the command itself; blocks what the double booking leaves. */
async function importHistory({ database }: House): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "working-social-import-"));
  try {
    const [file, mapping] = [join(folder, "bookings.csv"), join(folder, "mapping.json")];
    await writeFile(file, OLD_BOOKINGS);
    await writeFile(mapping, JSON.stringify(MAPPING));
    const args = [IMPORT, "--file", file, "--mapping", mapping, "--location", "Old Harbour", "--block-leftovers"];
    await promisify(execFile)(process.execPath, args, { env: { ...process.env, DATABASE_URL: database.ownerUrl } });
  } finally {
    await rm(folder, { recursive: true });
  }
}
