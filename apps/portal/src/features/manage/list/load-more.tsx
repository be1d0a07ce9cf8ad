import { Button } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";

type LoadMoreProps = { query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } };

/** The next page of a list, when there is one. */
export function LoadMore({ query }: LoadMoreProps) {
  const texts = useTexts(manageTexts);
  if (!query.hasNextPage) return null;
  return (
    <div className="flex justify-center">
      <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
        {texts.loadMore}
      </Button>
    </div>
  );
}
