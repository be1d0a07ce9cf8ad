import { LoadingAnnouncement, Page, Skeleton } from "@working-social/ui";

/** Home while it loads, block by block where everything will be. */
export function HomeSkeleton() {
  return (
    <Page>
      <LoadingAnnouncement />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-5 w-48" />
      </div>
      <div className="flex max-w-3xl flex-col gap-7">
        <Skeleton className="h-32 rounded-lg" />
        <Skeleton className="h-4 w-20" />
        <Skeleton className="h-44 rounded-lg" />
        <Skeleton className="h-4 w-32" />
        <Skeleton className="h-40 rounded-lg" />
      </div>
    </Page>
  );
}
