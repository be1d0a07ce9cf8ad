import { Button, toast } from "@working-social/ui";
import { Copy } from "lucide-react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";

type CopyButtonProps = { text: string; label: string; variant?: "primary" };

/** Puts a text on the clipboard, and says whether it is there. */
export function CopyButton({ text, label, variant }: CopyButtonProps) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      toast({ title: texts.copied, tone: "accent" });
    } catch {
      toast({ title: texts.notCopied, tone: "amber" });
    }
  }
  return (
    <Button variant={variant} onPress={() => void copy()}>
      <Copy aria-hidden="true" className="size-4" />
      {label}
    </Button>
  );
}
