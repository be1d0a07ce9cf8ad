import { FormError } from "@working-social/ui";
import { refusalSentence, type AppRefusal } from "../../../lib/refusals.ts";
import { MeanwhileActions } from "./meanwhile-actions.tsx";
import { meanwhileOf, type WaysOn } from "./meanwhile.ts";

/** Why an editor's save was refused, and the ways on where somebody else edited the same. */
export function RefusedSave({ refusal, ...waysOn }: WaysOn & { refusal: AppRefusal | null }) {
  const meanwhile = meanwhileOf(refusal, waysOn);
  return (
    <FormError actions={meanwhile && <MeanwhileActions {...meanwhile} />}>
      {refusal && refusalSentence(refusal)}
    </FormError>
  );
}
