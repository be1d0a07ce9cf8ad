import type { ReactNode } from "react";

type FieldGroupProps = { title: string; description?: string; children: ReactNode };

/** A part of a long form, parted by a hairline. */
export function FieldGroup({ title, description, children }: FieldGroupProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 border-t pt-5">
      <legend className="sr-only">{title}</legend>
      <div>
        <p aria-hidden="true" className="font-semibold">
          {title}
        </p>
        {description && <p className="text-sm text-second">{description}</p>}
      </div>
      {children}
    </fieldset>
  );
}
