import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, type FormEvent } from "react";
import {
  useForm,
  type Control,
  type DefaultValues,
  type FieldError,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from "react-hook-form";
import type { $ZodRawIssue, $ZodType } from "zod/v4/core";
import type { Action } from "../../../lib/action.ts";
import { refusalSentence, type AppRefusal } from "../../../lib/refusals.ts";
import { textsOf } from "../../../texts/catalog.ts";
import { refusalTexts } from "../../../texts/refusals.ts";

/** The type of an error whose message is a sentence already. */
const refusedType = "refused";
const emptyCode = "empty";

export interface EntityForm<Fields extends FieldValues, Input> {
  form: UseFormReturn<Fields, unknown, Input>;
  control: Control<Fields, unknown, Input>;
  submit: (event?: FormEvent) => void;
  isDirty: boolean;
  isPending: boolean;
  /** The refusal of the whole; one that belongs to a field stands at the field. */
  refusal: AppRefusal | null;
}

interface EntityFormOptions<Fields extends FieldValues, Input> {
  /** The same schema that the server reads the input with. */
  schema: $ZodType<Input, Fields>;
  /** What has no sensible start is left out, and its field begins empty. */
  defaults: DefaultValues<NoInfer<Fields>>;
  onSave: (input: Input) => void;
  /** The action that `onSave` runs. */
  saving: Pick<Action<never, unknown>, "isPending" | "refusal">;
}

/** The one way of all manage forms: checked by the server's schema, refusals at their fields, nothing typed gets lost. */
export function useEntityForm<Fields extends FieldValues, Input>(
  options: EntityFormOptions<Fields, Input>,
): EntityForm<Fields, Input> {
  const { schema, defaults, onSave, saving } = options;
  const form = useForm<Fields, unknown, Input>({
    resolver: zodResolver(schema, { error: emptyText }),
    defaultValues: defaults,
    mode: "onTouched",
  });
  const { refusal, isPending } = saving;
  useEffect(() => {
    for (const { name, error } of refusedFields<Fields>(refusal)) form.setError(name, error, { shouldFocus: true });
  }, [form, refusal]);
  return {
    form,
    control: form.control,
    submit: (event) => {
      // A form may stand in a dialog that React nests in another form.
      event?.stopPropagation();
      void form.handleSubmit(onSave)(event);
    },
    isDirty: form.formState.isDirty,
    isPending,
    refusal: refusedFields(refusal).length > 0 ? null : refusal,
  };
}

/** An empty box is not "too short": it is needed. */
function emptyText(issue: $ZodRawIssue): string | undefined {
  return issue.code === "too_small" && issue.origin === "string" && issue.minimum === 1 ? emptyCode : undefined;
}

function refusedFields<Fields extends FieldValues>(refusal: AppRefusal | null) {
  const at = (path: string, error: { type: string; message?: string }) => ({ name: path as FieldPath<Fields>, error });
  switch (refusal?.code) {
    case "bad_input":
      return refusal.issues.map(({ path, code }) => at(path.join("."), { type: code }));
    case "name_taken":
      return [at("name", { type: refusedType, message: refusalSentence(refusal) })];
    case "email_taken":
      return [at("email", { type: refusedType, message: refusalSentence(refusal) })];
    default:
      return [];
  }
}

/** What is wrong with a field in words: zod's code, or our own code that stands as the message of a refinement. */
export function issueSentence(error: FieldError | undefined): string | undefined {
  if (!error) return undefined;
  if (error.type === refusedType) return error.message;
  if (error.message === emptyCode) return textsOf(refusalTexts).issue("invalid_type");
  const code = error.type === "custom" ? (error.message ?? "") : error.type;
  return textsOf(refusalTexts).issue(code);
}
