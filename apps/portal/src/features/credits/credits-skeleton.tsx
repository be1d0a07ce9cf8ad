import { LoadingAnnouncement, Page, Skeleton } from "@working-social/ui";

/** The page of credits while it comes. */
export function CreditsSkeleton() {
  return (
    <Page>
      <LoadingAnnouncement />
      <div className="flex flex-col gap-2">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-5 w-80 max-w-full" />
      </div>
      <Skeleton className="h-9 w-44 rounded-md" />
      <div className="grid gap-7 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-7 lg:grid-cols-2">
          {[1, 2, 3, 4].map((card) => (
            <div key={card} className="flex flex-col gap-3">
              <Skeleton className="h-5 w-28" />
              <Skeleton className="h-52 rounded-lg" />
            </div>
          ))}
        </div>
        <div className="flex flex-col gap-3">
          <Skeleton className="h-5 w-20" />
          <Skeleton className="h-40 rounded-lg" />
        </div>
      </div>
    </Page>
  );
}
