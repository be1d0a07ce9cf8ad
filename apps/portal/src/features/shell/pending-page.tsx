import { LoadingAnnouncement, Page, Skeleton } from "@working-social/ui";

/** The outline of a page while its data comes. Pages with a layout of their own bring their own. */
export function PendingPage() {
  return (
    <Page>
      <LoadingAnnouncement />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-4 w-40" />
      </div>
      <Skeleton className="h-32 w-full rounded-lg" />
      <Skeleton className="h-56 w-full rounded-lg" />
    </Page>
  );
}
