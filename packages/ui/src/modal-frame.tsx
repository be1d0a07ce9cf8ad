import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useBackCloses } from "./back-closes.ts";
import { classNames } from "./class-names.ts";
import { IconButton } from "./icon-button.tsx";
import { useUiText } from "./text.tsx";

export type ModalShape = "dialog" | "drawer" | "palette";

export type ModalFrameProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons; they stay in sight while the content scrolls. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large" | undefined;
  /** Whether a press outside closes it. Escape always does. */
  isDismissable?: boolean | undefined;
  role?: "dialog" | "alertdialog" | undefined;
  className?: string | undefined;
};

const overlays: Record<ModalShape, string> = {
  dialog: "items-end justify-center sm:items-center sm:p-6",
  drawer: "items-end justify-end sm:items-stretch",
  palette: "items-start justify-center p-3 sm:pt-[14vh]",
};

const panels: Record<ModalShape, string> = {
  dialog:
    "max-h-[90dvh] w-full rounded-t-lg sm:max-h-[min(46rem,90dvh)] sm:rounded-lg data-entering:animate-slide-up sm:data-entering:animate-rise",
  drawer:
    "max-h-[90dvh] w-full rounded-t-lg sm:h-dvh sm:max-h-none sm:rounded-none sm:border-y-0 sm:border-e-0 data-entering:animate-slide-up sm:data-entering:animate-slide-in",
  palette: "max-h-[min(28rem,80dvh)] w-full max-w-xl rounded-lg data-entering:animate-rise",
};

const widths = { small: "sm:max-w-sm", medium: "sm:max-w-md", large: "sm:max-w-2xl" };

/** The floor of every modal: scrim, trapped focus, Escape, focus back to where it came from. Loaded when first opened. */
export function ModalFrame({ shape, ...props }: ModalFrameProps & { shape: ModalShape }) {
  useBackCloses(props.isOpen, props.onOpenChange);
  const width = shape === "palette" ? undefined : widths[props.size ?? "medium"];
  return (
    <ModalOverlay
      // Messages go to where they cover none of its buttons.
      data-modal=""
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable={props.isDismissable ?? true}
      className={classNames("fixed inset-0 z-50 flex bg-scrim data-entering:animate-fade", overlays[shape])}
    >
      <Modal className={classNames("flex min-h-0 border bg-surface shadow-float", width, panels[shape])}>
        <AriaDialog
          role={props.role ?? "dialog"}
          className={classNames("flex min-h-0 w-full min-w-0 flex-col outline-none", props.className)}
        >
          {shape === "palette" ? <PaletteBody {...props} /> : <PanelBody {...props} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteBody({ title, children }: ModalFrameProps) {
  return (
    <>
      <Heading slot="title" className="sr-only">
        {title}
      </Heading>
      {children}
    </>
  );
}

function PanelBody({ title, children, footer, onOpenChange, role }: ModalFrameProps) {
  const text = useUiText();
  return (
    <>
      <header className="flex items-start justify-between gap-3 px-5 pt-4 sm:px-6 sm:pt-5">
        <Heading slot="title" className="pt-1 text-xl font-semibold tracking-tight">
          {title}
        </Heading>
        {role !== "alertdialog" && (
          <IconButton
            aria-label={text.close}
            size="small"
            className="-me-1.5"
            hasTooltip={false}
            onPress={() => onOpenChange(false)}
          >
            <X aria-hidden="true" className="size-5" />
          </IconButton>
        )}
      </header>
      {/* What takes the focus brings its label and its error into sight. */}
      <div className="min-h-0 flex-1 scroll-pt-10 scroll-pb-16 overflow-y-auto px-5 pt-3 pb-6 sm:px-6">{children}</div>
      {footer && (
        <footer className="flex flex-col-reverse gap-2 border-t px-5 py-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end sm:px-6">
          {footer}
        </footer>
      )}
    </>
  );
}
