import { toast } from "@working-social/ui";

/** After a change: says that it is done. What it makes stale is asked again by itself (stale.ts). */
export function sayDone(title: string): void {
  toast({ title, tone: "accent" });
}
