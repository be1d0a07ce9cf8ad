import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { RunView } from "@working-social/billing/schema";
import { useEffect, useRef } from "react";
import { trpc } from "../../../../lib/trpc.ts";

const POLL_MS = 1000;

/** A run and its results, asked again each second while it is under way. */
export function useRun(id: string) {
  const client = useQueryClient();
  const { data: run } = useSuspenseQuery(
    trpc.billing.run.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === "running" ? POLL_MS : false) },
    ),
  );
  const isRunning = run.status === "running";
  const { data: results } = useSuspenseQuery(
    trpc.billing.results.queryOptions({ id }, { refetchInterval: isRunning ? POLL_MS : false }),
  );
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (!wasRunning.current || isRunning) return;
    wasRunning.current = false;
    // It has issued its invoices without anybody's answer saying so.
    for (const router of ["billing", "invoices", "contracts"]) void client.invalidateQueries({ queryKey: [[router]] });
  }, [client, isRunning]);
  return { run, results, isRunning };
}

/** How many accounts it has looked at, and of how many. */
export function progressOf({ accounts }: RunView): { done: number; all: number } {
  const all = Object.values(accounts).reduce((sum, count) => sum + count, 0);
  return { done: all - accounts.waiting, all };
}
