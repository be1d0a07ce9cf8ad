export { createFeed } from "./commands/create-feed.ts";
export { revokeFeed } from "./commands/revoke-feed.ts";
export { feedEvents, type FeedEvent } from "./events.ts";
export { feedVersion } from "./queries/feed-version.ts";
export { findFeed, listFeeds, type OpenedFeed } from "./queries.ts";
export { renderFeed } from "./queries/render-feed.ts";
export * from "./schema.ts";
