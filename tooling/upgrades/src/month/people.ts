import { key } from "./acts.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

/** Who comes, goes and moves to another plan. Names are made up; addresses can't exist (RFC 2606). */
export const PEOPLE: readonly Step[] = [
  on(3, "11:00", "a plan for the evenings, and what it gives", async ({ as }) => {
    const { id: planId } = await as("mira").plans.create.mutate({ name: "Evenings", idempotencyKey: key() });
    await as("mira").plans.update.mutate({ id: planId, name: "Night owl" });
    const scope = { resourceIds: [], resourceKinds: ["booth" as const], locationIds: [] };
    const allowances = [{ unit: "room_minutes" as const, currency: null, quantity: 240, rolloverCap: 60, scope }];
    await as("mira").credits.setPlanAllowances.mutate({ planId, allowances });
    const { id: teamId } = await as("mira").teams.create.mutate({ name: "Harbour Lab", planId, idempotencyKey: key() });
    await as("mira").teams.update.mutate({ id: teamId, name: "Harbour Laboratory", planId });
    await invite(as("mira"), { name: "Tomás Veríssimo", email: "tomas@quayside.example", teamId });
  }),
  on(4, "11:00", "three are invited, and one address was wrong", async ({ as, id }) => {
    await invite(as("mira"), { name: "Yuki Arai", email: "yuki@quayside.example", planId: id("Flex 10") });
    await invite(as("mira"), { name: "Bea O'Dowd", email: "bea@quayside.example", planId: id("Full-time") });
    const wrong = await invite(as("mira"), { name: "Ravi Menon", email: "rvi@quayside.example" });
    await as("mira").people.correctInvitation.mutate({ id: wrong.id, email: "ravi@quayside.example" });
  }),
  on(9, "09:15", "Flex 10 gives more pages at once", async ({ as, id }) => {
    const planId = id("Flex 10");
    const allowances = await as("mira").credits.planAllowances.query({ planId });
    const more = allowances.map((one) => (one.unit === "mono_pages" ? { ...one, quantity: one.quantity + 20 } : one));
    await as("mira").credits.setPlanAllowances.mutate({ planId, allowances: more, from: "now" });
  }),
  on(11, "09:15", "Theo takes a plan, and Jonas a larger one", async (house) => {
    await move(house, "theo", "Flex 10");
    await move(house, "jonas", "Full-time");
  }),
  on(12, "16:00", "Noor is locked out and let in again", async ({ as, id }) => {
    await as("mira").people.suspend.mutate({ id: id("noor") });
    await as("mira").people.reactivate.mutate({ id: id("noor") });
  }),
  on(19, "16:00", "Jonas goes back to Flex 10", (house) => move(house, "jonas", "Flex 10")),
  on(24, "16:00", "Ingrid leaves", ({ as, id }) => as("mira").people.suspend.mutate({ id: id("ingrid") })),
];

type Invited = { name: string; email: string; planId?: string; teamId?: string };

function invite(mira: ReturnType<House["as"]>, { name, email, planId, teamId }: Invited) {
  const place = { planId: planId ?? null, teamId: teamId ?? null, homeLocationId: null };
  return mira.people.invite.mutate({ name, email, role: "member", ...place, idempotencyKey: key() });
}

async function move({ as, id }: House, mailbox: string, plan: string): Promise<void> {
  const { name, role, teamId, homeLocationId } = await as("mira").people.get.query({ id: id(mailbox) });
  await as("mira").people.update.mutate({ id: id(mailbox), name, role, teamId, homeLocationId, planId: id(plan) });
}
