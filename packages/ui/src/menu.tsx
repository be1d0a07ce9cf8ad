import { lazy, Suspense, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "./button-class.ts";
import { Button } from "./button.tsx";
import { useOnceOpen } from "./once-open.ts";

const loadMenuList = () => import("./menu-list.tsx").then((module) => ({ default: module.MenuList }));
const MenuList = lazy(loadMenuList);

export type MenuItem = {
  id: string;
  label: string;
  description?: string | undefined;
  icon?: ReactNode;
  onSelect?: (() => void) | undefined;
  /** Leads somewhere instead; the browser follows it, so prefer `onSelect` with the app's router. */
  href?: string | undefined;
  tone?: "danger" | undefined;
  isDisabled?: boolean | undefined;
};

export type MenuProps = {
  /** The name of the menu, and of its button when the content is an icon. */
  label: string;
  items: ReadonlyArray<MenuItem>;
  /** The content of the button; the label when left out. */
  children?: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** A square button for one icon. */
  isSquare?: boolean | undefined;
  placement?: "bottom start" | "bottom end" | "top start" | "top end" | undefined;
  className?: string | undefined;
};

/** A button with a menu of actions. The menu's code is fetched when a pointer or the focus comes near. */
export function Menu(props: MenuProps) {
  const { label, items, children, variant, size, isSquare, placement = "bottom end", className } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const wasOpened = useOnceOpen(isOpen);

  function openOnArrow(event: KeyboardEvent) {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    setIsOpen(true);
  }

  return (
    <>
      <Button
        ref={trigger}
        {...{ variant, size, isSquare, className }}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={children === undefined ? undefined : label}
        onPointerEnter={loadMenuList}
        onFocus={loadMenuList}
        onKeyDown={openOnArrow}
        onPress={() => setIsOpen(true)}
      >
        {children ?? label}
      </Button>
      {wasOpened && (
        <Suspense fallback={null}>
          <MenuList {...{ isOpen, label, items, placement }} onOpenChange={setIsOpen} triggerRef={trigger} />
        </Suspense>
      )}
    </>
  );
}
