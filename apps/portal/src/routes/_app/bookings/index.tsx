import { createFileRoute } from "@tanstack/react-router";
import { PendingPage } from "../../../features/shell/pending-page.tsx";

export const Route = createFileRoute("/_app/bookings/")({ component: PendingPage });
