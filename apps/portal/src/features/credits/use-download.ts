import type { ExplainBalanceInput } from "@working-social/credits/schema";
import { toast } from "@working-social/ui";
import { useState } from "react";
import { refusalOf, refusalSentence } from "../../lib/refusals.ts";
import { trpcClient } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";

/** Saves a statement as a file; the name says what and when, as people look for it later. */
export function useDownload(input: ExplainBalanceInput, fileName: string): { run: () => void; isPending: boolean } {
  const texts = useTexts(creditsTexts);
  const [isPending, setIsPending] = useState(false);
  async function download() {
    setIsPending(true);
    try {
      const { csv } = await trpcClient.credits.statement.query(input);
      save(csv, fileName);
      toast({ title: texts.downloaded(fileName) });
    } catch (error) {
      toast({ title: refusalSentence(refusalOf(error)), tone: "red" });
    } finally {
      setIsPending(false);
    }
  }
  return { run: () => void download(), isPending };
}

/** Hands a text to the browser as a file. Spreadsheets read UTF-8 by the mark at its beginning. */
function save(csv: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob(["\uFEFF", csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
