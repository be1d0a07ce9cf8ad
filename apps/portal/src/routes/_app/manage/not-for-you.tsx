import { createFileRoute } from "@tanstack/react-router";
import { NotForYou } from "../../../features/manage/frame/not-for-you.tsx";

/** Where manage pages of other roles lead to. */
export const Route = createFileRoute("/_app/manage/not-for-you")({ component: NotForYou });
