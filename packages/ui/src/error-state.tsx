import { CloudOff } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { useUiText } from "./text.tsx";

export type ErrorStateProps = {
  title: ReactNode;
  /** What to do; never a stack or a code alone. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean | undefined;
  action?: ReactNode;
  className?: string | undefined;
};

/** Something could not be shown. Announced when it appears; offers to try again. */
export function ErrorState({ title, children, onRetry, isRetrying, action, className }: ErrorStateProps) {
  const text = useUiText();
  return (
    <div role="alert" className={classNames("flex flex-col items-center gap-2 px-6 py-8 text-center", className)}>
      <span aria-hidden="true" className="mb-1 grid size-11 place-items-center rounded-md bg-red-weak text-red-on-weak">
        <CloudOff className="size-5" />
      </span>
      <p className="text-lg font-semibold tracking-tight">{title}</p>
      {children && <div className="max-w-md text-second">{children}</div>}
      <div className="mt-3 flex flex-wrap justify-center gap-2 empty:hidden">
        {onRetry && (
          <Button isPending={isRetrying} onPress={onRetry}>
            {text.retry}
          </Button>
        )}
        {action}
      </div>
    </div>
  );
}
