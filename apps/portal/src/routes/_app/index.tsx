import { createFileRoute } from "@tanstack/react-router";
import { EmptySpace, HomePage } from "../../features/home/home-page.tsx";
import { HomeSkeleton } from "../../features/home/home-skeleton.tsx";
import { loadHome } from "../../features/home/load-home.ts";
import { useLocations } from "../../lib/location.ts";

export const Route = createFileRoute("/_app/")({
  // Home is the first page of most visits: its data is asked for while its code is still on the way.
  codeSplitGroupings: [["component", "pendingComponent"]],
  loader: loadHome,
  pendingComponent: HomeSkeleton,
  component: Home,
});

function Home() {
  const { location } = useLocations();
  return location ? <HomePage location={location} /> : <EmptySpace />;
}
