import { createFileRoute } from "@tanstack/react-router";
import { readEditSearch } from "../../../features/manage/form/edit-search.ts";
import { LocationsPage } from "../../../features/space/manage/locations/locations-page.tsx";

export const Route = createFileRoute("/_app/manage/locations")({
  validateSearch: readEditSearch,
  component: LocationsPage,
});
