import { useQueryClient } from "@tanstack/react-query";
import { trpc } from "../../../lib/trpc.ts";
import { useRefresh } from "../../manage/list/use-refresh.ts";

/** After credits moved: what anybody has, what is charged, and the prints that are paid with them. null: without a word. */
export function useCreditsChanged(): (said: string | null) => void {
  const refresh = useRefresh();
  const client = useQueryClient();
  return (said) => {
    if (said === null) void client.invalidateQueries(trpc.credits.pathFilter());
    else refresh(said, trpc.credits.pathFilter(), trpc.printing.pathFilter());
  };
}
