import { LoadingAnnouncement, Page, Skeleton } from "@working-social/ui";

/** A document, or the list of them, while it comes. */
export function InvoiceSkeleton() {
  return (
    <Page width="narrow" className="max-w-3xl">
      <LoadingAnnouncement />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-5 w-72 max-w-full" />
      </div>
      <Skeleton className="h-40 rounded-lg" />
      <Skeleton className="h-64 rounded-lg" />
    </Page>
  );
}
