import { Button } from "@working-social/ui";
import { Delete } from "lucide-react";
import { useTexts } from "../texts/language.tsx";

export interface PinPadProps {
  isDisabled: boolean;
  onDigit: (digit: string) => void;
  onErase: () => void;
  onClear: () => void;
}

/** Keys for fingers, in the order of a telephone. A keyboard types beside them, wherever the focus is. */
export function PinPad({ isDisabled, onDigit, onErase, onClear }: PinPadProps) {
  const texts = useTexts().start;
  const key = "w-full active:bg-accent-weak";
  return (
    <div role="group" aria-label={texts.pad} className="grid grid-cols-3 gap-3">
      {[..."123456789"].map((digit) => (
        <Button key={digit} size="kiosk" className={key} isDisabled={isDisabled} onPress={() => onDigit(digit)}>
          <span className="figures py-2 text-3xl">{digit}</span>
        </Button>
      ))}
      <Button size="kiosk" variant="quiet" className={key} isDisabled={isDisabled} onPress={onClear}>
        {texts.clear}
      </Button>
      <Button size="kiosk" className={key} isDisabled={isDisabled} onPress={() => onDigit("0")}>
        <span className="figures py-2 text-3xl">0</span>
      </Button>
      <Button
        size="kiosk"
        variant="quiet"
        className={key}
        isDisabled={isDisabled}
        aria-label={texts.erase}
        onPress={onErase}
      >
        <Delete aria-hidden="true" className="size-7" />
      </Button>
    </div>
  );
}
