import { useQueryClient, type InvalidateQueryFilters } from "@tanstack/react-query";
import { toast } from "@working-social/ui";
import { trpc } from "../../../lib/trpc.ts";

/** After a change: says so, and asks again for everything that it may show on. */
export function useRefresh() {
  const client = useQueryClient();
  return (said: string, ...filters: InvalidateQueryFilters[]) => {
    toast({ title: said, tone: "accent" });
    for (const filter of filters) void client.invalidateQueries(filter);
    void client.invalidateQueries(trpc.audit.pathFilter());
  };
}
