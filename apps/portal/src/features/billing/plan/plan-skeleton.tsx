import { LoadingAnnouncement, Page, Skeleton } from "@working-social/ui";

/** The page of the plan while it comes. */
export function PlanSkeleton() {
  return (
    <Page>
      <LoadingAnnouncement />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-5 w-80 max-w-full" />
      </div>
      <Skeleton className="h-9 w-60 rounded-md" />
      <Skeleton className="h-72 rounded-lg" />
      <Skeleton className="h-52 rounded-lg" />
    </Page>
  );
}
