import { LoadingAnnouncement, Skeleton } from "@working-social/ui";

/** The booking panel while it comes. */
export function PanelSkeleton() {
  return (
    <div className="flex flex-col gap-5">
      <LoadingAnnouncement />
      <Skeleton className="h-5 w-56" />
      <Skeleton className="h-28 rounded-md" />
      <Skeleton className="h-32" />
      <Skeleton className="h-12 rounded-md" />
    </div>
  );
}
