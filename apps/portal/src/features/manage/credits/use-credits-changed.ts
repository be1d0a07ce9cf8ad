import { trpc } from "../../../lib/trpc.ts";
import { useRefresh } from "../list/use-refresh.ts";

/** After credits moved: what anybody has, what is charged, and the prints that are paid with them. */
export function useCreditsChanged(): (said: string) => void {
  const refresh = useRefresh();
  return (said) => refresh(said, trpc.credits.pathFilter(), trpc.printing.pathFilter());
}
