import { FormError } from "@working-social/ui";
import type { FieldValues } from "react-hook-form";
import { refusalSentence } from "../../../lib/refusals.ts";
import { MeanwhileActions } from "./meanwhile-actions.tsx";
import type { EntityForm } from "./use-entity-form.ts";

/** Why the whole form was refused, and the ways on where somebody else edited the same. */
export function FormRefusal<F extends FieldValues, I>({ form }: { form: EntityForm<F, I> }) {
  return (
    <FormError actions={form.meanwhile && <MeanwhileActions {...form.meanwhile} />}>
      {form.refusal && refusalSentence(form.refusal)}
    </FormError>
  );
}
