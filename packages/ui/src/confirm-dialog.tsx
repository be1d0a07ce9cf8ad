import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { useUiText } from "./text.tsx";

export type ConfirmDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  /** Exactly what will happen, with the figures. */
  children: ReactNode;
  /** The verb itself, "Cancel the booking", never "OK". */
  confirmLabel: string;
  cancelLabel?: string | undefined;
  onConfirm: () => void;
  isPending?: boolean | undefined;
  tone?: "primary" | "danger" | undefined;
};

/** Asks before what costs money or concerns other people. Everything else is done at once, with an undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const text = useUiText();
  const { isOpen, onOpenChange, title, children, confirmLabel, onConfirm, isPending, tone = "primary" } = props;
  return (
    <Dialog
      {...{ isOpen, onOpenChange, title }}
      role="alertdialog"
      size="small"
      isDismissable={false}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{props.cancelLabel ?? text.cancel}</Button>
          <Button variant={tone} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
