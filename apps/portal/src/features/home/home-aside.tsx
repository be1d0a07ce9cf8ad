// What stands beside the rest of Home, in one file that comes after it.
export { ComingUp } from "./coming-up.tsx";
export { CreditsLeft } from "./credits-left.tsx";
export { FeedHint } from "./feed-hint.tsx";
