import type { DefaultValues, FieldValues } from "react-hook-form";
import type { $ZodType } from "zod/v4/core";
import type { Action } from "../../../lib/action.ts";
import { sayDone } from "../../../lib/say-done.ts";
import { useEntityForm, type EntityForm, type FormEdit } from "./use-entity-form.ts";

interface Named {
  id: string;
  name: string;
}

/** What a drawer says around its fields. */
interface EntityWords {
  newTitle: string;
  /** On the button that makes a new one. */
  add: string;
  /** Above one that exists; without it stands its name. */
  editTitle?: string;
  saved: (name: string) => string;
  /** Of a new one, where that is more than saved. */
  created?: (name: string) => string;
}

interface ArchiveWords {
  archiveTitle: (name: string) => string;
  archiveText: string;
  archived: (name: string) => string;
}

/** Takes something out of use for good, after a question. */
interface Archive {
  verb: Pick<Action<{ id: string }, unknown>, "run" | "isPending">;
  words: ArchiveWords;
}

/** A verb that may be run: what of an action a form needs. */
type Verb<Input, Answer> = Pick<Action<Input, Answer>, "run" | "isPending" | "refusal" | "reset">;

interface EntityOptions<Fields extends FieldValues, Input, Thing extends Named, Fixed extends keyof Input> {
  /** What is edited; null: something new. */
  thing: Thing | null;
  schema: $ZodType<Input, Fields>;
  defaults: DefaultValues<NoInfer<Fields>>;
  create: Verb<NoInfer<Input>, Thing>;
  update: Verb<{ id: string } & Omit<FormEdit<NoInfer<Input>>, Fixed>, Thing>;
  /** How it is taken out of use, where it can be. */
  archive?: Archive;
  /** What is said once, at the beginning: an update doesn't send it. */
  fixed?: readonly Fixed[];
  words: EntityWords;
  onSaved?: (thing: Thing) => void;
  onClose: () => void;
}

export interface Entity<Fields extends FieldValues, Input, Thing extends Named> {
  thing: Thing | null;
  form: EntityForm<Fields, Input>;
  words: EntityWords;
  archive: Archive | null;
  /** Something about it is done, its form included: says so, and closes. */
  done: (said: string) => void;
  onClose: () => void;
}

/** One drawer's thing, from opening to done: made when it is new, otherwise changed in what was touched. */
export function useEntity<
  Fields extends FieldValues,
  Input extends object,
  Thing extends Named,
  Fixed extends keyof Input = never,
>(options: EntityOptions<Fields, Input, Thing, Fixed>): Entity<Fields, Input, Thing> {
  const { thing, schema, defaults, create, update, fixed = [], words, archive = null, onSaved, onClose } = options;
  function done(said: string) {
    sayDone(said);
    onClose();
  }
  function saved(as: Thing) {
    const say = thing ? words.saved : (words.created ?? words.saved);
    onSaved?.(as);
    done(say(as.name));
  }
  const form = useEntityForm<Fields, Input>({
    schema,
    defaults,
    onSave: (input, edit) =>
      thing ? update.run({ id: thing.id, ...without(edit, fixed) }, saved) : create.run(input, saved),
    onUntouched: thing && onClose,
    saving: thing ? update : create,
  });
  return { thing, form, words, archive, done, onClose };
}

function without<Whole extends object, Key extends keyof Whole>(whole: Whole, keys: readonly Key[]): Omit<Whole, Key> {
  const rest = { ...whole };
  for (const key of keys) delete rest[key];
  return rest;
}
