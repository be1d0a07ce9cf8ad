import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import { noticeChange, refreshAfter, untilFresh } from "./refresh.ts";
import { trpc } from "./trpc.ts";

const bookings = trpc.bookings.get.queryKey({ bookingId: "b" });
const wallet = trpc.credits.wallet.queryKey({});
const packs = trpc.credits.packs.queryKey();
const rates = trpc.rates.list.queryKey({ locationId: "l" });
const trail = trpc.audit.list.queryKey({ subjectId: null, cursor: null });
const keys = { bookings, wallet, packs, rates, trail };

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
  for (const key of Object.values(keys)) client.setQueryData<unknown>(key, {});
});
const stale = () =>
  Object.entries(keys).flatMap(([name, key]) => (client.getQueryState(key)?.isInvalidated === true ? [name] : []));

describe("what is asked again", () => {
  it("after another rate: the rates and what is priced by them, and the trail, which has a line of it", () => {
    refreshAfter(client, "rates.update");
    expect(stale()).toEqual(["bookings", "rates", "trail"]);
  });
  it("after a pack changed: the packs alone, not what anybody has", () => {
    refreshAfter(client, "credits.updatePack");
    expect(stale()).toEqual(["packs", "trail"]);
  });
  it("after another plan of somebody: the credits too", () => {
    refreshAfter(client, "people.update");
    expect(stale()).toContain("wallet");
  });
  it("after a booking where no stream stands: at once, credits included", () => {
    refreshAfter(client, "bookings.book");
    expect(stale()).toEqual(["bookings", "wallet", "packs", "trail"]);
  });
  it("after a mere look: nothing, not even the trail", () => {
    refreshAfter(client, "bookings.strandedByHours");
    expect(stale()).toEqual([]);
  });
});

describe("a mutation of the cache", () => {
  it("is known by the key that its options carry", () => {
    noticeChange(client, trpc.rates.archive.mutationOptions().mutationKey);
    expect(stale()).toContain("rates");
  });
  it("of something else than the router's changes nothing here", () => {
    noticeChange(client, ["auth", "password"]);
    noticeChange(client, undefined);
    expect(stale()).toEqual([]);
  });
});

it("untilFresh waits for the answers", async () => {
  await untilFresh(client, "rates.create");
  expect(stale()).toEqual(["bookings", "rates"]);
});
