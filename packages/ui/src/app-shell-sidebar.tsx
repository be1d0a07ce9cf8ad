import { Search } from "lucide-react";
import { Fragment } from "react";
import type { AppShellProps, ShellItem } from "./app-shell.tsx";
import { Badge } from "./badge.tsx";
import { classNames } from "./class-names.ts";
import { commandKeyLabel } from "./command-key.ts";
import { Kbd } from "./kbd.tsx";
import { Logo } from "./logo.tsx";
import { useUiText } from "./text.tsx";

const rail =
  "max-lg:flex-col max-lg:justify-center max-lg:gap-1 max-lg:px-1 max-lg:py-2 max-lg:text-center max-lg:text-2xs";

/** The sidebar, which becomes a rail of icons with short names on a tablet. One list, one landmark, CSS does the rest. */
export function SidebarNavigation(props: AppShellProps) {
  const text = useUiText();
  const { organizationName, homeHref, items, renderLink, person } = props;
  return (
    <header className="sticky top-0 hidden h-dvh shrink-0 flex-col gap-3 border-e px-2 pt-5 pb-4 md:flex md:w-22 lg:w-52 lg:px-3">
      {renderLink({
        href: homeHref,
        "aria-current": undefined,
        className: "flex min-h-9 items-center gap-2.5 rounded-md px-2.5 font-semibold max-lg:justify-center",
        children: (
          <>
            <Logo />
            <span className="truncate max-lg:sr-only">{organizationName}</span>
          </>
        ),
      })}
      <nav aria-label={text.mainNavigation} className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 py-1">
        <ul className="flex flex-col gap-0.5">
          {items.map((item, index) => (
            <Fragment key={item.id}>
              {item.group && item.group !== items[index - 1]?.group && <GroupHeading label={item.group} />}
              <li>{renderLink(itemLink(item))}</li>
            </Fragment>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-1">
        <SearchButton {...props} />
        {person && <div className="flex min-w-0 *:max-w-full *:min-w-0">{person}</div>}
      </div>
    </header>
  );
}

function GroupHeading({ label }: { label: string }) {
  return (
    <li className="px-2.5 pt-4 pb-1 text-xs font-semibold text-second max-lg:border-t max-lg:text-[0]">{label}</li>
  );
}

function itemLink(item: ShellItem) {
  return {
    href: item.href,
    "aria-current": item.isCurrent ? ("page" as const) : undefined,
    className: classNames(
      "relative flex min-h-10 items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors touch:min-h-11",
      item.isCurrent ? "bg-accent-weak font-semibold text-accent-on-weak" : "text-second hover:bg-sunk hover:text-ink",
      rail,
    ),
    children: <ItemContent item={item} />,
  };
}

function ItemContent({ item }: { item: ShellItem }) {
  const short = item.shortLabel ?? item.label;
  return (
    <>
      <span aria-hidden="true" className="lg:hidden [&_svg]:size-5">
        {item.icon}
      </span>
      <span className="min-w-0 flex-1 leading-tight max-lg:hidden">{item.label}</span>
      <span className="leading-tight lg:hidden">{short}</span>
      {item.badge !== undefined && item.badge !== null && (
        <Badge
          tone="amber"
          className="max-lg:absolute max-lg:top-1 max-lg:end-2.5 max-lg:h-4 max-lg:min-w-4 max-lg:px-1 max-lg:text-2xs"
        >
          {item.badge}
        </Badge>
      )}
    </>
  );
}

function SearchButton({ onSearch, searchLabel }: AppShellProps) {
  const text = useUiText();
  if (!onSearch) return null;
  return (
    <button
      type="button"
      onClick={onSearch}
      aria-keyshortcuts="Meta+K Control+K"
      className="flex min-h-9 items-center gap-2 rounded-md px-2.5 text-start text-sm font-medium text-second hover:bg-sunk hover:text-ink max-lg:justify-center touch:min-h-11"
    >
      <Search aria-hidden="true" className="size-5 lg:hidden" />
      <span className="min-w-0 flex-1 leading-tight max-lg:sr-only">{searchLabel ?? text.search}</span>
      <Kbd aria-hidden="true" className="max-lg:hidden">
        {commandKeyLabel()}
      </Kbd>
    </button>
  );
}
