import { Link, useRouterState, useSearch } from "@tanstack/react-router";
import { AppShell, type ShellLinkProps } from "@working-social/ui";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useLiveChanges } from "../../lib/live.ts";
import { useLocations } from "../../lib/location.ts";
import { useMe } from "../../lib/me.ts";
import { useIsSessionExpired } from "../../lib/session.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { usePrepared } from "../offline/use-prepared.ts";
import { shellTexts } from "./shell-texts.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { navigationItems } from "./navigation-items.tsx";
import { Palette } from "./palette.tsx";
import { PersonMenu } from "./person-menu.tsx";

const ExpiredSessionDialog = lazy(() =>
  import("../sign-in/expired-session-dialog.tsx").then((module) => ({ default: module.ExpiredSessionDialog })),
);

/** The frame around every signed-in page: navigation, search, the live stream, and what may come on top. */
export function AppFrame({ children }: { children: ReactNode }) {
  const texts = useTexts(shellTexts);
  const me = useMe();
  const { location, locations } = useLocations();
  // Book may show another place than the rest does.
  const shownId: string | undefined = useSearch({ strict: false }).location;
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [isSearching, setIsSearching] = useState(false);
  const isExpired = useIsSessionExpired();
  useLiveChanges((locations.find(({ id }) => id === shownId) ?? location)?.id);
  usePrepared();
  return (
    <>
      <AppShell
        organizationName={me.organization.name}
        homeHref="/"
        items={navigationItems(path, me.permissions, texts)}
        renderLink={renderLink}
        onSearch={() => setIsSearching(true)}
        searchLabel={texts.searchOrJump}
        person={<PersonMenu />}
        banner={<ConnectionBanner />}
      >
        {children}
      </AppShell>
      <Palette isOpen={isSearching} onOpenChange={setIsSearching} />
      {isExpired && (
        <Suspense fallback={null}>
          <ExpiredSessionDialog />
        </Suspense>
      )}
    </>
  );
}

function renderLink({ href, ...props }: ShellLinkProps) {
  return <Link to={href} {...props} />;
}
