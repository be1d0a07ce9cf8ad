import { expectDefined } from "@working-social/kernel";
import { useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import type { CreditBalanceView, CreditOwner, LotView, OverdraftView } from "@working-social/credits/schema";
import { trpc } from "../../../lib/trpc.ts";

/** Whose credits a page is about; of the address. */
export type OwnerId = { personId: string } | { teamId: string };

/** A person or a team with everything that a page about their credits says. */
export interface OwnerCredits {
  owner: CreditOwner;
  name: string;
  planName: string | null;
  /** The team of a person; null for a team itself. */
  team: { id: string; name: string } | null;
  isTeam: boolean;
  lots: LotView[];
  overdrafts: OverdraftView[];
  balances: CreditBalanceView[];
  /** By whose clock periods begin and credits end. */
  timeZone: string;
}

/** For loaders: who it is and what they have. */
export async function loadOwner(client: QueryClient, owner: OwnerId): Promise<void> {
  if ("personId" in owner) {
    await Promise.all([
      client.ensureQueryData(trpc.people.get.queryOptions({ id: owner.personId })),
      client.ensureQueryData(trpc.credits.wallet.queryOptions({ personId: owner.personId })),
    ]);
    return;
  }
  await Promise.all([
    client.ensureQueryData(trpc.teams.list.queryOptions()),
    client.ensureQueryData(trpc.credits.teamWallet.queryOptions({ teamId: owner.teamId })),
  ]);
}

/** What a person has, their team's included. */
export function usePersonCredits(personId: string): OwnerCredits {
  const { data: person } = useSuspenseQuery(trpc.people.get.queryOptions({ id: personId }));
  const { data: wallet } = useSuspenseQuery(trpc.credits.wallet.queryOptions({ personId }));
  const { teamId, teamName } = person;
  return {
    ...wallet,
    owner: { personId },
    name: person.name,
    planName: person.planName,
    team: teamId === null ? null : { id: teamId, name: expectDefined(teamName, "A team has no name.") },
    isTeam: false,
  };
}

/** What a team shares. */
export function useTeamCredits(teamId: string): OwnerCredits {
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions());
  const { data: wallet } = useSuspenseQuery(trpc.credits.teamWallet.queryOptions({ teamId }));
  const team = teams.find(({ id }) => id === teamId);
  return {
    ...wallet,
    owner: { teamId },
    name: team?.name ?? "",
    planName: team?.planName ?? null,
    team: null,
    isTeam: true,
  };
}
