// Fetched when a name needs it, which is seldom: the first page has no room for it.
export { isolatedTexts } from "@working-social/kernel";
