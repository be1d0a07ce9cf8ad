import { Check, ChevronDown } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { classNames } from "./class-names.ts";
import type { ComboBoxOption, ComboBoxProps } from "./combo-box.tsx";
import { controlClass, controlHeight, FieldNotes, useField } from "./field.tsx";
import { floatingClass } from "./popover-frame.tsx";
import { useUiText } from "./text.tsx";

/** The working ComboBox. Loaded beside the page that shows it. */
export function ComboBoxField(props: ComboBoxProps) {
  const { id, ids, control } = useField(props);
  const text = useUiText();
  const { ref: inputRef } = props;
  return (
    <ComboBox<ComboBoxOption>
      id={id}
      defaultItems={[...props.options]}
      selectedKey={props.value ?? null}
      onSelectionChange={(key) => props.onChange(key === null ? null : String(key))}
      {...(props.onInputChange ? { onInputChange: props.onInputChange } : {})}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      isDisabled={Boolean(control.disabled)}
      isRequired={Boolean(props.isRequired)}
      isInvalid={Boolean(props.errorMessage)}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={classNames("flex min-w-0 flex-col gap-1.5", props.className)}
    >
      <Label className={props.isLabelHidden ? "sr-only" : "text-sm font-medium"}>{props.label}</Label>
      <div className="relative flex items-center">
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          placeholder={props.placeholder ?? ""}
          aria-describedby={control["aria-describedby"]}
          className={classNames(controlClass, controlHeight, "pe-9")}
        />
        <Button aria-label={text.more} className="absolute end-1 grid size-8 place-items-center text-second">
          <ChevronDown aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <FieldNotes description={props.description} errorMessage={props.errorMessage} ids={ids} />
      <Popover offset={4} className={classNames(floatingClass, "w-(--trigger-width)")}>
        <ListBox<ComboBoxOption>
          className="max-h-72 overflow-auto p-1 outline-none"
          renderEmptyState={() => <p className="px-2.5 py-2 text-sm text-second">{text.noResults}</p>}
        >
          {(option) => <Option option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function Option({ option }: { option: ComboBoxOption }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="group flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-sm px-2.5 py-1.5 outline-none data-focused:bg-sunk touch:min-h-11"
    >
      <span className="flex min-w-0 flex-col">
        {option.label}
        {option.description && <span className="text-sm text-second">{option.description}</span>}
      </span>
      <Check aria-hidden="true" className="invisible size-4 text-accent group-data-selected:visible" />
    </ListBoxItem>
  );
}
