import type { ErrorComponentProps } from "@tanstack/react-router";
import { refusalOf } from "../../../lib/refusal.ts";
import { RouteError } from "../../shell/route-error.tsx";
import { NotForYouError } from "./not-for-you-error.ts";
import { NotForYou } from "./not-for-you.tsx";

/** A manage page that can't be shown: a friendly word for the wrong role, the usual page for everything else. */
export function ManageError(props: ErrorComponentProps) {
  const isForOthers = props.error instanceof NotForYouError || refusalOf(props.error).code === "not_allowed";
  return isForOthers ? <NotForYou /> : <RouteError {...props} />;
}
