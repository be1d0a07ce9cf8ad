import { lazy, Suspense, type Ref } from "react";
import { FieldFrame, controlClass, controlHeight, useField, type FieldProps } from "./field.tsx";
import { classNames } from "./class-names.ts";

const ComboBoxField = lazy(() => import("./combo-box-field.tsx").then((module) => ({ default: module.ComboBoxField })));

export type ComboBoxOption = { id: string; label: string; description?: string | undefined };

export type ComboBoxProps = Omit<FieldProps, "isReadOnly" | "isOptional"> & {
  options: ReadonlyArray<ComboBoxOption>;
  value: string | null | undefined;
  onChange: (id: string | null) => void;
  onInputChange?: ((text: string) => void) | undefined;
  onBlur?: (() => void) | undefined;
  placeholder?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** One of many, found by typing: people, teams, time zones. Until its code is here a box of the same size stands in. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense fallback={<StandIn {...props} />}>
      <ComboBoxField {...props} />
    </Suspense>
  );
}

function StandIn(props: ComboBoxProps) {
  const { id, ids, control } = useField(props);
  const chosen = props.options.find((option) => option.id === props.value);
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <input
        {...control}
        readOnly
        aria-busy="true"
        value={chosen?.label ?? ""}
        placeholder={props.placeholder}
        className={classNames(controlClass, controlHeight)}
      />
    </FieldFrame>
  );
}
