import { useQueryClient } from "@tanstack/react-query";
import type { Split } from "@working-social/copier/rules";
import type { WaitingJobView } from "@working-social/copier/schema";
import { toast } from "@working-social/ui";
import { useRef, useState } from "react";
import { refreshAfter } from "../../lib/refresh.ts";
import { refusalOf, type AppRefusal } from "../../lib/refusals.ts";
import { trpcClient } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { printTexts } from "./print-texts.ts";

interface ToRelease {
  job: WaitingJobView;
  /** What the person was shown. */
  split: Split;
}

export interface Releaser {
  /** One after the other, in this order; the first refusal stops. */
  run: (jobs: readonly ToRelease[]) => void;
  /** The document that is being released now. */
  pendingId: string | null;
  /** Why a document was refused, until the next try; how many were released before it. */
  refused: { jobId: string; refusal: AppRefusal; done: number; of: number } | null;
}

/** Releases documents for exactly what was shown: more money than that is refused, and shown anew. */
export function useRelease(): Releaser {
  const texts = useTexts(printTexts);
  const client = useQueryClient();
  const isRunning = useRef(false);
  const [pendingId, setPendingId] = useState<string | null>(null);
  const [refused, setRefused] = useState<Releaser["refused"]>(null);

  async function release(jobs: readonly ToRelease[]) {
    setRefused(null);
    for (const [done, { job, split }] of jobs.entries()) {
      setPendingId(job.id);
      try {
        await trpcClient.printing.release.mutate({ jobId: job.id, expectedMoneyMinor: split.moneyMinor });
      } catch (error) {
        const refusal = refusalOf(error);
        return setRefused({ jobId: job.id, refusal, done, of: jobs.length });
      }
    }
    const [only] = jobs;
    const title =
      only && jobs.length === 1 ? texts.released(only.job.title ?? texts.untitled) : texts.allReleased(jobs.length);
    toast({ title, description: texts.printingText, tone: "accent" });
  }
  function run(jobs: readonly ToRelease[]) {
    if (isRunning.current || jobs.length === 0) return;
    isRunning.current = true;
    void release(jobs).finally(() => {
      isRunning.current = false;
      setPendingId(null);
      refreshAfter(client, "printing.release");
    });
  }
  return { run, pendingId, refused };
}
