import { lazy, Suspense } from "react";
import type { ModalFrameProps } from "./modal-frame.tsx";
import { useOnceOpen } from "./once-open.ts";

const ModalFrame = lazy(() => import("./modal-frame.tsx").then((module) => ({ default: module.ModalFrame })));

export type DialogProps = ModalFrameProps;

/** A modal question or short form in the middle of the screen; on a phone it rises from the bottom. */
export function Dialog(props: DialogProps) {
  if (!useOnceOpen(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <ModalFrame {...props} shape="dialog" />
    </Suspense>
  );
}
