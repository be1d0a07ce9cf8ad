import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/_app/manage/bookings")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/_app/manage/bookings"!</div>;
}
