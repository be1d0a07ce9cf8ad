import { LoadingAnnouncement, Skeleton } from "@working-social/ui";

/** The outline of the timeline: rows of the real height, so that nothing jumps when the day comes. */
export function TimelineSkeleton() {
  return (
    <div className="border-t pt-9">
      <LoadingAnnouncement />
      {[0, 1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row} className="flex h-16 items-center gap-6 border-t sm:h-18">
          <div className="flex w-24 flex-col gap-2 lg:w-30">
            <Skeleton className="h-3.5 w-4/5" />
            <Skeleton className="h-3 w-1/2" />
          </div>
          <Skeleton className="h-11 flex-1 rounded-md opacity-60" />
        </div>
      ))}
    </div>
  );
}
