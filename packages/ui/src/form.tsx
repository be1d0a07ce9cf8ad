import { useEffect, useRef, type ComponentProps, type ReactNode, type SubmitEvent } from "react";
import { Callout } from "./callout.tsx";
import { classNames } from "./class-names.ts";
import { tellUnreadable } from "./unreadable.ts";

/**
 * The rhythm of a form: fields below each other. `noValidate`, since our schema says what is wrong, in our words; a number that
 * can't be read never reaches a schema, so the form waits for it here.
 */
export function Form({ className, onSubmit, ...props }: ComponentProps<"form">) {
  function submit(event: SubmitEvent<HTMLFormElement>) {
    if (!tellUnreadable(event.currentTarget)) return onSubmit?.(event);
    event.preventDefault();
    event.stopPropagation();
  }
  return <form noValidate {...props} onSubmit={submit} className={classNames("flex flex-col gap-5", className)} />;
}

/** Fields side by side where there is room. */
export function FormRow({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={classNames("grid gap-5 sm:auto-cols-fr sm:grid-flow-col", className)} />;
}

/** The buttons below a form, the main one first. */
export function FormActions({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={classNames("flex flex-wrap items-center gap-2 pt-1", className)} />;
}

export type FormErrorProps = {
  title?: ReactNode;
  /** The refusal in words; nothing is shown, and nothing announced, while it is empty. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
};

/** What went wrong with the whole form, on top of it. It takes the focus when it appears, so that nobody misses it. */
export function FormError({ title, children, actions, className }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  const isShown = Boolean(title || children);
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown]);
  return (
    <div ref={box} tabIndex={-1} role="alert" className={classNames("empty:hidden", className)}>
      {isShown && (
        <Callout tone="red" title={title} actions={actions}>
          {children}
        </Callout>
      )}
    </div>
  );
}
