import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/_app/manage/floors")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/_app/manage/floors"!</div>;
}
