import { Link } from "@tanstack/react-router";
import type { LocationView } from "@working-social/booking/schema";
import { buttonClass, EmptyState, Page, PageHeader } from "@working-social/ui";
import { MapPin } from "lucide-react";
import type { ReactNode } from "react";
import { useLocations } from "../../../lib/location.ts";
import { useNow } from "../../../lib/now.ts";
import { placeTime } from "../../../lib/place-time.ts";
import { useTitle } from "../../../lib/title.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { LocationSelect } from "./location-select.tsx";
import type { SectionId } from "./sections.ts";

type ManagePageProps = {
  section: SectionId;
  /** What this page decides, in one sentence. */
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Where the page is about one thing of its section: what that is called. */
  heading?: string | undefined;
  /** The consequence of what stands on the page, at its side. */
  aside?: ReactNode;
  asideLabel?: string | undefined;
};

/** Heading, actions and content of every manage page. */
export function ManagePage({ section, subtitle, actions, children, heading, aside, asideLabel }: ManagePageProps) {
  const texts = useTexts(manageTexts);
  const title = heading ?? texts.sections[section];
  useTitle(title);
  return (
    <Page aside={aside} asideLabel={asideLabel}>
      <PageHeader title={title} subtitle={subtitle} actions={actions} />
      {children}
    </Page>
  );
}

type LocationPageProps = Omit<ManagePageProps, "children" | "actions"> & {
  actions?: (location: LocationView) => ReactNode;
  children: (location: LocationView) => ReactNode;
};

/** A manage page about one location: lets choose it, and leads to the first one where there is none. */
export function LocationPage({ actions, children, ...page }: LocationPageProps) {
  const { location } = useLocations();
  const now = useNow();
  if (!location) {
    return (
      <ManagePage {...page}>
        <NoLocation />
      </ManagePage>
    );
  }
  const zone = placeTime(location.timeZone, now);
  const buttons = (
    <>
      {zone && <span className="text-sm text-second">{zone}</span>}
      <LocationSelect />
      {actions?.(location)}
    </>
  );
  return (
    <ManagePage {...page} actions={buttons}>
      {children(location)}
    </ManagePage>
  );
}

function NoLocation() {
  const texts = useTexts(manageTexts);
  return (
    <EmptyState
      icon={<MapPin />}
      title={texts.noLocationTitle}
      action={
        <Link to="/manage/locations" search={{ edit: "new" }} className={buttonClass({ variant: "primary" })}>
          {texts.addLocation}
        </Link>
      }
    >
      {texts.noLocation}
    </EmptyState>
  );
}
