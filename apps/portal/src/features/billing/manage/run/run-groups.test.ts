import type { MissedAccount, PreviewedAccount, PreviewedDocument } from "@working-social/billing/schema";
import { expect, it } from "vitest";
import { differenceOf, groupsOf } from "./run-groups.ts";

const document: PreviewedDocument = {
  outcome: "invoice",
  sellerId: "seller",
  currency: "USD",
  dueDate: "2026-12-15",
  netMinor: 100,
  taxMinor: 0,
  dueMinor: 100,
  lineCount: 1,
  amountMinor: 100,
  beforeMinor: 0,
  differences: [],
};
const account = (name: string, of: Partial<PreviewedDocument>): PreviewedAccount => ({
  accountId: name,
  name,
  documents: [{ ...document, ...of }],
  problem: null,
});
const missed = (name: string, isHeldBack: boolean): MissedAccount => ({
  accountId: name,
  name,
  currency: "USD",
  beforeMinor: 70,
  differences: [{ kind: "ended", productKind: "plan_fee", byMinor: -70 }],
  isHeldBack,
});
const more = (productKind: string, byMinor: number) => ({ kind: "more" as const, productKind, byMinor });

const preview = {
  accounts: [
    account("new", {}),
    account("same", { beforeMinor: 100 }),
    account("plan", { beforeMinor: 60, differences: [more("plan_fee", 30), more("room_time", 10)] }),
    account("usage", { beforeMinor: 95, differences: [more("copier_pages", 5)] }),
    account("carried", { outcome: "carried", amountMinor: -20, beforeMinor: 40 }),
    account("euros", { currency: "EUR" }),
  ],
  missed: [missed("gone", false), missed("held", true)],
};

it("puts each account of a currency where its reason is", () => {
  expect(groupsOf(preview, "USD").map(({ id, rows }) => [id, rows.map(({ name }) => name)])).toEqual([
    ["new", ["new"]],
    ["ended", ["gone"]],
    ["plans", ["plan"]],
    ["usage", ["usage"]],
    ["held", ["held", "carried"]],
    ["same", ["same"]],
  ]);
  expect(groupsOf(preview, "EUR").map(({ id }) => id)).toEqual(["new"]);
});

it("adds up from the run before to this one", () => {
  const groups = groupsOf(preview, "USD");
  const rows = groups.flatMap((group) => group.rows);
  const sum = (figures: readonly (number | null)[]) => figures.reduce<number>((all, figure) => all + (figure ?? 0), 0);
  const [before, now] = [sum(rows.map((row) => row.beforeMinor)), sum(rows.map((row) => row.nowMinor))];
  expect(before + sum(groups.map(({ byMinor }) => byMinor))).toBe(now);
  expect([before, now]).toEqual([435, 400]);
  expect(differenceOf({ beforeMinor: null, nowMinor: 5 })).toBe(5);
});
