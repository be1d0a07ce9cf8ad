import { Button } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import type { Meanwhile } from "./meanwhile.ts";

/** Beside the sentence of `edited_meanwhile`: never a dead end. */
export function MeanwhileActions({ saveMine, showTheirs }: Meanwhile) {
  const texts = useTexts(manageTexts);
  return (
    <>
      <Button size="small" onPress={showTheirs}>
        {texts.showTheirs}
      </Button>
      <Button size="small" onPress={saveMine}>
        {texts.saveMine}
      </Button>
    </>
  );
}
