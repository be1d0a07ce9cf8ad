import { FocusOnNavigation } from "./focus-on-navigation.tsx";
import { useKeptFocus } from "./focus-keeper.ts";

/** Where the focus goes when a page changes, or what had it goes away: never to nowhere. */
export function Focus() {
  useKeptFocus();
  return <FocusOnNavigation />;
}
