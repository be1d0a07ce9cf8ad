import { Ellipsis, Search } from "lucide-react";
import { useState } from "react";
import type { AppShellProps, ShellItem } from "./app-shell.tsx";
import { Badge } from "./badge.tsx";
import { classNames } from "./class-names.ts";
import { Drawer } from "./drawer.tsx";
import { useUiText } from "./text.tsx";

const tab =
  "relative flex h-15 min-w-0 flex-1 flex-col items-center justify-center gap-1 rounded-md text-xs font-medium " +
  "text-second aria-[current=page]:font-semibold aria-[current=page]:text-accent";

/** The phone's navigation at the thumb: what is used most, and "More". */
export function TabBar(props: AppShellProps) {
  const { items, renderLink } = props;
  const text = useUiText();
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  const tabs = items.filter(({ isTab }) => isTab);
  const others = items.filter(({ isTab }) => !isTab);
  const isOtherCurrent = others.some((item) => item.isCurrent);
  return (
    <div className="fixed inset-x-0 bottom-0 z-40 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      <nav aria-label={text.mainNavigation}>
        <ul className="flex px-1">
          {tabs.map((item) => (
            <li key={item.id} className="flex min-w-0 flex-1">
              {renderLink({
                href: item.href,
                className: tab,
                "aria-current": item.isCurrent ? "page" : undefined,
                children: <TabContent item={item} />,
              })}
            </li>
          ))}
          <li className="flex min-w-0 flex-1">
            <button
              type="button"
              aria-haspopup="dialog"
              aria-expanded={isMoreOpen}
              onClick={() => setIsMoreOpen(true)}
              className={classNames(tab, isOtherCurrent && "font-semibold text-accent!")}
            >
              <Ellipsis aria-hidden="true" className="size-5.5" />
              {text.more}
            </button>
          </li>
        </ul>
      </nav>
      <Drawer isOpen={isMoreOpen} onOpenChange={setIsMoreOpen} title={text.more}>
        <MoreList {...props} items={others} onLeave={() => setIsMoreOpen(false)} />
      </Drawer>
    </div>
  );
}

function TabContent({ item }: { item: ShellItem }) {
  return (
    <>
      <span
        aria-hidden="true"
        className={classNames(
          "grid h-6 w-10 place-items-center rounded-full [&_svg]:size-5.5",
          item.isCurrent && "bg-accent-weak",
        )}
      >
        {item.icon}
      </span>
      <span className="max-w-full truncate px-0.5">{item.shortLabel ?? item.label}</span>
      {item.badge !== undefined && item.badge !== null && (
        <Badge tone="amber" className="absolute top-1 start-[calc(50%+0.5rem)] h-4 min-w-4 px-1 text-2xs">
          {item.badge}
        </Badge>
      )}
    </>
  );
}

function MoreList({
  items,
  renderLink,
  onSearch,
  searchLabel,
  person,
  onLeave,
}: AppShellProps & { onLeave: () => void }) {
  const text = useUiText();
  const row =
    "flex min-h-12 w-full items-center gap-3 text-start font-medium [&_svg]:size-5 [&_svg]:text-second aria-[current=page]:text-accent";
  function search() {
    onLeave();
    onSearch?.();
  }
  return (
    <ul className="flex flex-col divide-y divide-line">
      {onSearch && (
        <li>
          <button type="button" onClick={search} className={row}>
            <Search aria-hidden="true" />
            {searchLabel ?? text.search}
          </button>
        </li>
      )}
      {items.map((item) => (
        <li key={item.id}>
          {renderLink({
            href: item.href,
            className: row,
            "aria-current": item.isCurrent ? "page" : undefined,
            onClick: onLeave,
            children: (
              <>
                <span aria-hidden="true">{item.icon}</span>
                <span className="flex-1">{item.label}</span>
                {item.badge !== undefined && item.badge !== null && <Badge tone="amber">{item.badge}</Badge>}
              </>
            ),
          })}
        </li>
      ))}
      {person && <li className="py-2">{person}</li>}
    </ul>
  );
}
