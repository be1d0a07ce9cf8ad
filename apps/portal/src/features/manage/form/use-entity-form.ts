import { zodResolver } from "@hookform/resolvers/zod";
import { isUntouched, seenOf, touchedOf, withEdit, type Edit, type Seen } from "@working-social/kernel";
import { useEffect, useState, type FormEvent } from "react";
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
import { textsOf } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { refusalTexts } from "../../../lib/texts/refusals.ts";
import { meanwhileOf, type Meanwhile } from "./meanwhile.ts";

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
  /** Null: nobody else edited the same. */
  meanwhile: Meanwhile | null;
}

/** What was touched, with what it said when the form was opened: all that an update sends. */
export type FormEdit<Input> = Edit<Input> & { seen: Seen };

interface EntityFormOptions<Fields extends FieldValues, Input> {
  /** The same schema that the server reads the input with. */
  schema: $ZodType<Input, Fields>;
  /** What has no sensible start is left out, and its field begins empty. */
  defaults: DefaultValues<NoInfer<Fields>>;
  /** `input` is the whole, for something new; `edit` is what an update of something sends. */
  onSave: (input: Input, edit: FormEdit<Input>) => void;
  /** What Save does when nothing was touched, so that nothing is to be sent; null for what is new. */
  onUntouched?: (() => void) | null | undefined;
  /** The action that `onSave` runs. */
  saving: Pick<Action<never, unknown>, "isPending" | "refusal" | "reset">;
}

/** The one way of all manage forms: checked by the server's schema, refusals at their fields, nothing typed gets lost. */
export function useEntityForm<Fields extends FieldValues, Input extends object>(
  options: EntityFormOptions<Fields, Input>,
): EntityForm<Fields, Input> {
  const { schema, defaults, onSave, onUntouched, saving } = options;
  /** What the form was opened with, however the thing looks by now. */
  const [opened, setOpened] = useState<object>(defaults);
  const form = useForm<Fields, unknown, Input>({
    resolver: zodResolver(schema, { error: emptyText }),
    defaultValues: defaults,
    mode: "onTouched",
  });
  const { refusal, isPending } = saving;
  useEffect(() => {
    for (const { name, error } of refusedFields<Fields>(refusal)) form.setError(name, error, { shouldFocus: true });
    // The focus is on the refusal of the whole, which has the ways on.
    for (const { name, error } of theirFields<Fields>(refusal)) form.setError(name, error);
  }, [form, refusal]);
  function save(input: Input, from: object) {
    const edit = touchedOf(from, form.getValues(), input);
    if (onUntouched && isUntouched(edit)) onUntouched();
    else onSave(input, { ...edit, seen: seenOf(from, edit) });
  }
  /** From here on theirs is what this form began with. */
  function rebase(theirs: object): object {
    const from = withEdit(opened, theirs);
    setOpened(from);
    return from;
  }
  return {
    form,
    control: form.control,
    submit: (event) => {
      // A form may stand in a dialog that React nests in another form.
      event?.stopPropagation();
      void form.handleSubmit((input) => save(input, opened))(event);
    },
    meanwhile: meanwhileOf(refusal, {
      saveMine: (theirs) => {
        const from = rebase(theirs);
        void form.handleSubmit((input) => save(input, from))();
      },
      showTheirs: (theirs) => {
        rebase(theirs);
        form.reset(withEdit<object>(form.getValues(), theirs) as Fields, { keepDefaultValues: true });
        saving.reset();
      },
    }),
    isDirty: form.formState.isDirty,
    isPending,
    refusal: refusedFields(refusal).length > 0 ? null : refusal,
  };
}

/** An empty box is not "too short": it is needed. */
function emptyText(issue: $ZodRawIssue): string | undefined {
  return issue.code === "too_small" && issue.origin === "string" && issue.minimum === 1 ? emptyCode : undefined;
}

type Refused<Fields extends FieldValues> = { name: FieldPath<Fields>; error: { type: string; message?: string } }[];

/** What somebody else changed meanwhile, at its field. */
function theirFields<Fields extends FieldValues>(refusal: AppRefusal | null): Refused<Fields> {
  if (refusal?.code !== "edited_meanwhile") return [];
  const { theirs, changedByOther } = textsOf(manageTexts);
  return Object.entries(refusal.now).map(([name, value]) => ({
    name: name as FieldPath<Fields>,
    error: { type: refusedType, message: isPlain(value) ? theirs(value) : changedByOther },
  }));
}

/** What reads the same to a person as it is kept. An id does not, nor does an amount. */
function isPlain(value: unknown): value is string {
  return typeof value === "string" && !/^[0-9a-f]{8}-/.test(value) && !/^[a-z]+(_[a-z]+)*$/.test(value);
}

function refusedFields<Fields extends FieldValues>(refusal: AppRefusal | null): Refused<Fields> {
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
