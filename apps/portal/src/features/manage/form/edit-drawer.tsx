import { Button, ConfirmDialog, Drawer, Form } from "@working-social/ui";
import { useId, useState, type ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { FormRefusal } from "./form-refusal.tsx";
import type { EntityForm } from "./use-entity-form.ts";

type EditDrawerProps<Fields extends FieldValues, Input> = {
  title: ReactNode;
  form: EntityForm<Fields, Input>;
  onClose: () => void;
  submitLabel: string;
  /** Beside the submit button: what else can be done with it. */
  extra?: ReactNode;
  size?: "medium" | "large";
  children: ReactNode;
};

/** The form of every manage page, beside its list. Closing it asks first when something was typed. */
export function EditDrawer<F extends FieldValues, I>({
  title,
  form,
  onClose,
  submitLabel,
  extra,
  size,
  children,
}: EditDrawerProps<F, I>) {
  const texts = useTexts(manageTexts);
  const formId = useId();
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = () => (form.isDirty && !form.isPending ? setIsLeaving(true) : onClose());
  return (
    <>
      <Drawer
        isOpen
        onOpenChange={leave}
        title={title}
        size={size ?? "medium"}
        footer={
          <>
            {extra && <div className="flex gap-2 sm:me-auto">{extra}</div>}
            <Button type="submit" form={formId} variant="primary" isPending={form.isPending}>
              {submitLabel}
            </Button>
          </>
        }
      >
        <Form id={formId} onSubmit={form.submit}>
          <FormRefusal form={form} />
          {children}
        </Form>
      </Drawer>
      <ConfirmDialog
        isOpen={isLeaving}
        onOpenChange={setIsLeaving}
        title={texts.discardTitle}
        confirmLabel={texts.discard}
        cancelLabel={texts.keepEditing}
        onConfirm={onClose}
      >
        {texts.discardText}
      </ConfirmDialog>
    </>
  );
}
