import type { Space } from "./a-space.ts";
import type { Expectation } from "./expectations.ts";
import { key, pack } from "./samples.ts";

const november = { personId: null, unit: "room_minutes", currency: null, from: "2026-11-01", to: "2026-11-30" };
const teamNovember = (s: Space) => {
  const { personId: _personId, ...rest } = november;
  return { ...rest, teamId: s.teamId };
};
const someMinutes = (s: Space) => ({ owner: { personId: s.personId }, unit: "room_minutes", currency: null });

/** The part of `EXPECTATIONS` about credits, packs and charges. */
export const CREDITS_EXPECTATIONS: Record<string, Expectation> = {
  "credits.wallet": { input: () => ({ personId: null }), foreign: "empty" },
  "credits.explain": { input: () => november, foreign: "empty" },
  "credits.statement": { input: () => november, foreign: "empty" },
  "credits.teamWallet": {
    input: (s) => ({ teamId: s.teamId }),
    foreign: "not_found",
  },
  "credits.explainTeam": { input: teamNovember, foreign: "not_found" },
  "credits.teamStatement": { input: teamNovember, foreign: "not_found" },
  "credits.give": {
    input: (s) => ({
      ...someMinutes(s),
      quantity: 60,
      reason: "Sorry",
      expiresAt: null,
      scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
      idempotencyKey: key(),
    }),
    foreign: "not_found",
  },
  "credits.takeBack": {
    input: (s) => ({ ...someMinutes(s), lotId: null, quantity: 60, reason: "A mistake", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "credits.setOverdraft": {
    input: (s) => ({ ...someMinutes(s), limit: 60, reason: "A good customer" }),
    foreign: "not_found",
  },
  "credits.planAllowances": { input: (s) => ({ planId: s.planId }), foreign: "not_found" },
  "credits.setPlanAllowances": {
    input: (s) => ({ planId: s.planId, allowances: [], from: "now" }),
    foreign: "not_found",
  },
  "credits.packs": { foreign: "empty" },
  "credits.createPack": {
    input: (s) => ({
      ...pack(),
      scope: { resourceIds: [], resourceKinds: [], locationIds: [s.locationId] },
      idempotencyKey: key(),
    }),
    foreign: "not_found",
  },
  "credits.updatePack": {
    input: (s) => ({ id: s.packId, ...pack(), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "credits.archivePack": {
    input: (s) => ({ packId: s.packId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "credits.buyPack": {
    input: (s) => ({ packId: s.packId, for: "me", expectedPriceMinor: 900, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "credits.charges": {
    input: () => ({ personId: null, status: "all", cursor: null }),
    foreign: "empty",
  },
};
