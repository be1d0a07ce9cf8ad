import { key, theOne } from "./acts.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

const ANYTHING = { resourceIds: [], resourceKinds: [], locationIds: [] };

/** What is given, taken back, allowed and bought. */
export const CREDITS: readonly Step[] = [
  on(5, "12:00", "a gift, half of which is taken back", async ({ as, id }) => {
    const hours = { owner: { personId: id("lena") }, unit: "room_minutes", currency: null } as const;
    const gift = { ...hours, quantity: 120, reason: "For the tour on Saturday", scope: ANYTHING };
    const { lotId } = await as("mira").credits.give.mutate({
      ...gift,
      expiresAt: "2026-12-31T05:00:00Z",
      idempotencyKey: key(),
    });
    const half = { ...hours, lotId, quantity: 60, reason: "It was shorter than planned", idempotencyKey: key() };
    await as("mira").credits.takeBack.mutate(half);
  }),
  on(6, "12:00", "money for a team, for one kind of thing", ({ as, id }) =>
    as("mira").credits.give.mutate({
      owner: { teamId: id("Kite & Anchor") },
      unit: "money",
      currency: "EUR",
      quantity: 2_500,
      reason: "The heating was off",
      expiresAt: null,
      scope: { ...ANYTHING, resourceKinds: ["room"], locationIds: [id("Rope Walk")] },
      idempotencyKey: key(),
    }),
  ),
  on(10, "12:00", "an overdraft comes, grows and ends", async ({ as, id }) => {
    const overdraft = { owner: { personId: id("lena") }, unit: "colour_pages", currency: null } as const;
    for (const [limit, reason] of [
      [10, "Her printer is broken"],
      [25, "It still is"],
      [0, "It is mended"],
    ] as const)
      await as("mira").credits.setOverdraft.mutate({ ...overdraft, limit, reason });
    const lasting = { ...overdraft, unit: "mono_pages", limit: 40, reason: "Agreed with Oskar" } as const;
    await as("mira").credits.setOverdraft.mutate(lasting);
  }),
  on(10, "12:30", "packs come, change and go", async ({ as }) => {
    const pack = {
      name: "Winter pages",
      unit: "colour_pages",
      currency: null,
      quantity: 40,
      priceMinor: 1_200,
      priceCurrency: "USD",
      validDays: 30,
      scope: ANYTHING,
    } as const;
    const { id } = await as("mira").credits.createPack.mutate({ ...pack, idempotencyKey: key() });
    await as("mira").credits.updatePack.mutate({ ...pack, id, priceMinor: 1_000, idempotencyKey: key() });
    const { id: goneId } = await as("mira").credits.createPack.mutate({
      ...pack,
      name: "A trial",
      idempotencyKey: key(),
    });
    await as("mira").credits.archivePack.mutate({ packId: goneId, idempotencyKey: key() });
  }),
  on(11, "12:30", "packs are bought: for oneself, for the team, at the desk for somebody", async (house) => {
    await buy(house, "lena", "Winter pages", "me");
    await buy(house, "dana", "10 hours of rooms", "team");
    await buy(house, "mira", "5 day passes", { personId: house.id("wen") });
  }),
  on(27, "12:30", "another pack, shortly before the month ends", (house) =>
    buy(house, "ana", "100 colour pages", "me"),
  ),
];

type Whom = "me" | "team" | { personId: string };

async function buy({ as }: House, mailbox: string, name: string, whom: Whom): Promise<void> {
  const packs = await as(mailbox).credits.packs.query();
  const pack = theOne(packs, (one) => one.name === name, name);
  const purchase = { packId: pack.id, for: whom, expectedPriceMinor: pack.priceMinor, idempotencyKey: key() };
  await as(mailbox).credits.buyPack.mutate(purchase);
}
