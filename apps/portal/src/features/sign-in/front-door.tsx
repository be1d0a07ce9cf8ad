import { Logo } from "@working-social/ui";
import type { ReactNode } from "react";

/** The page around signing in and setting up: one column, the mark, the heading. */
export function FrontDoor({ title, intro, children }: { title: string; intro: string; children: ReactNode }) {
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-6 py-12">
      <div className="mb-8 flex items-center gap-2.5 font-semibold">
        <Logo className="size-7" />
        Working Social
      </div>
      <h1 className="text-3xl font-semibold tracking-[-0.02em]">{title}</h1>
      <p className="mt-1 mb-7 text-second">{intro}</p>
      {children}
    </main>
  );
}
