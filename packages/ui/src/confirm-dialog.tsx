import { useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { useUiText } from "./text.tsx";
import { tellUnreadable } from "./unreadable.ts";

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
  const content = useRef<HTMLDivElement>(null);
  const { isOpen, onOpenChange, title, children, confirmLabel, onConfirm, isPending, tone = "primary" } = props;
  const confirm = () => {
    if (!tellUnreadable(content.current)) onConfirm();
  };
  return (
    <Dialog
      {...{ isOpen, onOpenChange, title }}
      role="alertdialog"
      size="small"
      isDismissable={false}
      footer={
        <>
          <Button onPress={() => onOpenChange(false)}>{props.cancelLabel ?? text.cancel}</Button>
          <Button variant={tone} isPending={isPending} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div ref={content}>{children}</div>
    </Dialog>
  );
}
