import { createFileRoute } from "@tanstack/react-router";
import { MyBookingsPage } from "../../../features/bookings/my-bookings-page.tsx";
import { myBookingsOptions } from "../../../features/bookings/my-bookings-query.ts";
import { queryClient } from "../../../lib/query.ts";

type Scope = "upcoming" | "past";

export const Route = createFileRoute("/_app/bookings/")({
  validateSearch: ({ scope }: Record<string, unknown>): { scope?: Scope | undefined } => ({
    scope: scope === "past" ? scope : undefined,
  }),
  loaderDeps: ({ search }) => ({ scope: search.scope ?? "upcoming" }),
  loader: ({ deps }) => queryClient.ensureInfiniteQueryData(myBookingsOptions(deps.scope)),
  component: MyBookings,
});

function MyBookings() {
  const { scope = "upcoming" } = Route.useSearch();
  return <MyBookingsPage scope={scope} />;
}
