import type { RefObject } from "react";
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { useBackCloses } from "./back-closes.ts";
import { classNames } from "./class-names.ts";
import type { MenuItem } from "./menu.tsx";
import { floatingClass } from "./popover-frame.tsx";

export type MenuListProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  triggerRef: RefObject<Element | null>;
  label: string;
  items: ReadonlyArray<MenuItem>;
  placement: "bottom start" | "bottom end" | "top start" | "top end";
};

/** The open menu: arrow keys, typeahead, Escape. Loaded when first opened. */
export function MenuList({ items, label, onOpenChange, ...popover }: MenuListProps) {
  useBackCloses(popover.isOpen, onOpenChange);
  return (
    <Popover
      {...popover}
      aria-label={label}
      onOpenChange={onOpenChange}
      offset={6}
      className={classNames(floatingClass, "min-w-48")}
    >
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        onClose={() => onOpenChange(false)}
        className="max-h-[inherit] overflow-auto p-1 outline-none"
      >
        {items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Item({ item }: { item: MenuItem }) {
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      isDisabled={Boolean(item.isDisabled)}
      {...(item.onSelect ? { onAction: item.onSelect } : {})}
      {...(item.href ? { href: item.href } : {})}
      className={classNames(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-base outline-none touch:min-h-11",
        "data-focused:bg-sunk data-disabled:cursor-not-allowed data-disabled:text-third",
        item.tone === "danger" && "text-red",
      )}
    >
      {item.icon && <span className="text-second [&_svg]:size-4">{item.icon}</span>}
      <span className="flex flex-col">
        {item.label}
        {item.description && <span className="text-sm text-second">{item.description}</span>}
      </span>
    </AriaMenuItem>
  );
}
