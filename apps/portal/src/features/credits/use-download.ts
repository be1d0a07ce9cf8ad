import type { ExplainBalanceInput } from "@working-social/credits/schema";
import { toast } from "@working-social/ui";
import { useState } from "react";
import { refusalOf, refusalSentence } from "../../lib/refusals.ts";
import { language } from "../../lib/locale.ts";
import { trpcClient } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { saveCsv } from "./save-csv.ts";

/** Saves a statement as a file; the name says what and when, as people look for it later. */
export function useDownload(input: ExplainBalanceInput, fileName: string): { run: () => void; isPending: boolean } {
  const texts = useTexts(creditsTexts);
  const [isPending, setIsPending] = useState(false);
  async function download() {
    setIsPending(true);
    try {
      const { csv } = await trpcClient.credits.statement.query({ ...input, language });
      saveCsv(csv, fileName);
      toast({ title: texts.downloaded(fileName) });
    } catch (error) {
      toast({ title: refusalSentence(refusalOf(error)), tone: "red" });
    } finally {
      setIsPending(false);
    }
  }
  return { run: () => void download(), isPending };
}
