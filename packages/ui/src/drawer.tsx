import { lazy, Suspense } from "react";
import type { ModalFrameProps } from "./modal-frame.tsx";
import { useOnceOpen } from "./once-open.ts";

const ModalFrame = lazy(() => import("./modal-frame.tsx").then((module) => ({ default: module.ModalFrame })));

export type DrawerProps = ModalFrameProps;

/** Details beside the page: a panel from the side, and on a phone a sheet from the bottom. */
export function Drawer(props: DrawerProps) {
  if (!useOnceOpen(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <ModalFrame {...props} shape="drawer" />
    </Suspense>
  );
}
