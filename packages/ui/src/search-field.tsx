import { Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";
import { useUiText } from "./text.tsx";

export type SearchFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  onSubmit?: ((value: string) => void) | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A box to search in: Enter submits, Escape or the cross clears and keeps the focus. */
export function SearchField(props: SearchFieldProps) {
  const { id, ids, control } = useField(props);
  const text = useUiText();
  const { value, placeholder, autoFocus, ref } = props;

  function clear() {
    props.onChange("");
    document.getElementById(id)?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") props.onSubmit?.(props.value);
    if (event.key !== "Escape" || props.value === "") return;
    event.stopPropagation();
    event.preventDefault();
    clear();
  }

  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <div className="relative flex items-center">
        <Search aria-hidden="true" className="pointer-events-none absolute start-3 size-4 text-second" />
        <input
          {...control}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          {...{ value, placeholder, autoFocus, ref }}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={onKeyDown}
          className={classNames(controlClass, controlHeight, "pe-10 ps-9")}
        />
        {props.value !== "" && (
          <button
            type="button"
            aria-label={text.clear}
            onClick={clear}
            className="absolute end-1 grid size-8 place-items-center rounded-md text-second hover:text-ink"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
      </div>
    </FieldFrame>
  );
}
