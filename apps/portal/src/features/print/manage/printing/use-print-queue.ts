import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";

/** A print comes without anybody here doing something, so it is asked again by itself. */
const askEveryMs = 60_000;

export const unknownUsersQuery = () =>
  trpc.printing.unknownUsers.queryOptions(undefined, { refetchInterval: askEveryMs });
export const exceptionsQuery = () => trpc.printing.exceptions.queryOptions(undefined, { refetchInterval: askEveryMs });

/** How many things of printing wait for a word from the desk; 0 for who may not see them, and until it is known. */
export function usePrintQueueCount(): number {
  const enabled = useMe().permissions.manageBookings;
  const { data: users = [] } = useQuery({ ...unknownUsersQuery(), enabled });
  const { data: exceptions } = useQuery({ ...exceptionsQuery(), enabled });
  if (!exceptions) return users.length;
  return users.length + exceptions.unpriced.length + exceptions.uncounted.length + exceptions.problems.length;
}
