import type { Contract, Term } from "@working-social/billing/schema";
import { expect, test } from "vitest";
import { type Offer, offersOf, type TakeBack, takeBacksOf } from "./offers.ts";
import { aContract, aTerm } from "./testing/a-contract.ts";

const today = "2026-12-10";
const flex = aTerm({ id: "later", validFrom: "2027-01-01", planVersionId: "flex-1", planName: "Flex 10" });
const seats = aTerm({ id: "later", validFrom: "2027-01-01", quantity: 4 });
const step = aTerm({ id: "later", validFrom: "2027-01-01", unitPriceMinor: 350_00 });
const pause = (startsOn: string, untilDay: string | null) => ({ pauses: [{ id: "pause", startsOn, untilDay }] });

test.each<[what: string, contract: Partial<Contract>, terms: Term[] | undefined, offers: Offer[], backs: TakeBack[]]>([
  ["goes on", {}, undefined, ["plan", "pause", "end"], []],
  ["has not begun", { startsOn: "2027-01-01" }, undefined, ["plan", "pause", "end"], []],
  ["has no price", { billFrom: null }, undefined, ["pause", "end"], []],
  ["is a desk that is let", { kind: "letting", lines: [] }, undefined, ["pause", "end"], []],
  ["becomes another plan", {}, [aTerm(), flex], ["plan", "pause", "end"], ["plan"]],
  ["gets other seats", {}, [aTerm(), seats], ["plan", "pause", "end"], ["plan"]],
  ["costs more later, as agreed", {}, [aTerm(), step], ["plan", "pause", "end"], []],
  ["is paused tomorrow", pause("2026-12-11", "2026-12-20"), undefined, ["plan", "end"], ["pause"]],
  ["is paused since today", pause("2026-12-10", "2026-12-20"), undefined, ["plan", "resume", "end"], []],
  ["is paused without an end", pause("2026-11-20", null), undefined, ["plan", "resume", "end"], []],
  ["was paused until today", pause("2026-11-20", "2026-12-10"), undefined, ["plan", "pause", "end"], []],
  ["ends today", { endsOn: "2026-12-10" }, undefined, [], ["end"]],
  ["ends and is paused", { endsOn: "2027-01-31", ...pause("2026-12-01", null) }, undefined, ["resume"], ["end"]],
  ["ended yesterday", { endsOn: "2026-12-09" }, undefined, [], []],
])("a contract that %s", (_what, contract, terms, offers, backs) => {
  const made = aContract(contract, terms);
  expect(offersOf(made, today)).toEqual(offers);
  expect(takeBacksOf(made, today)).toEqual(backs);
});
