import type { MouseEvent, ReactNode } from "react";
import { SidebarNavigation } from "./app-shell-sidebar.tsx";
import { TabBar } from "./app-shell-tab-bar.tsx";
import { useUiText } from "./text.tsx";

export type ShellItem = {
  id: string;
  label: string;
  /** For the rail and the tab bar, where space is short: "Bookings" for "My bookings". */
  shortLabel?: string | undefined;
  icon: ReactNode;
  href: string;
  isCurrent: boolean;
  /** One of the phone's tabs, of which four fit; the others wait under "More". */
  isTab?: boolean | undefined;
  /** A count or word that waits for the person. */
  badge?: ReactNode;
  /** Items with the same heading stand together under it, in the sidebar and under "More". */
  group?: string | undefined;
};

/** What the app's router link must carry over: nothing here knows a router. */
export type ShellLinkProps = {
  href: string;
  className: string;
  "aria-current": "page" | undefined;
  title?: string | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  children: ReactNode;
};

export type AppShellProps = {
  organizationName: string;
  homeHref: string;
  /** In the order of use. */
  items: ReadonlyArray<ShellItem>;
  renderLink: (props: ShellLinkProps) => ReactNode;
  /** Opens search; shown as "Search or jump to… ⌘K". */
  onSearch?: (() => void) | undefined;
  searchLabel?: string | undefined;
  /** The person at the foot of the sidebar: a quiet Menu or a link around a PersonLabel. */
  person?: ReactNode;
  /** Above the page: no connection, a restriction, a demo. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame around every page: sidebar from 1024 px, rail from 768 px, tab bar below. */
export function AppShell(props: AppShellProps) {
  const text = useUiText();
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a href="#main" className="skip-link z-70 rounded-md bg-accent px-4 py-2 font-semibold text-on-accent">
        {text.skipToContent}
      </a>
      <SidebarNavigation {...props} />
      <div className="flex min-w-0 flex-1 flex-col">
        {props.banner}
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 flex-1 pb-[calc(5rem+env(safe-area-inset-bottom))] outline-none md:pb-0"
        >
          {props.children}
        </main>
      </div>
      <TabBar {...props} />
    </div>
  );
}
