import { LoadingAnnouncement, Page, Skeleton } from "@working-social/ui";

/** The page of printing while it comes. */
export function PrintSkeleton() {
  return (
    <Page>
      <LoadingAnnouncement />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-28" />
        <Skeleton className="h-5 w-96 max-w-full" />
      </div>
      <Skeleton className="h-9 w-44 rounded-md" />
      <div className="grid gap-7 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex flex-col gap-3">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-56 rounded-lg" />
          <Skeleton className="mt-4 h-5 w-20" />
          <Skeleton className="h-64 rounded-lg" />
        </div>
        <div className="flex flex-col gap-3">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-28 rounded-lg" />
          <Skeleton className="mt-4 h-5 w-28" />
          <Skeleton className="h-48 rounded-lg" />
        </div>
      </div>
    </Page>
  );
}
