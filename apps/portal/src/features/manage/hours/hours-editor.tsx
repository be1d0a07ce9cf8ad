import type { LocationView, OpeningHoursView, ResourceView } from "@working-social/booking/schema";
import { Button, Callout, Card, FormError, Section } from "@working-social/ui";
import { useState } from "react";
import { refusalSentence } from "../../../lib/refusals.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageHoursTexts } from "../../../texts/manage-hours.ts";
import { manageStrandedTexts } from "../../../texts/manage-stranded.ts";
import { StrandedDialog } from "../stranded/stranded-dialog.tsx";
import { sameHours } from "./hours-model.ts";
import { OtherDays } from "./other-days.tsx";
import { SaveBar } from "./save-bar.tsx";
import { useSaveHours } from "./use-save-hours.ts";
import { WeekGrid } from "./week-grid.tsx";
import { WeekPicture } from "./week-picture.tsx";

type HoursEditorProps = {
  location: LocationView;
  /** null: the location's own hours. */
  resource: ResourceView | null;
  saved: OpeningHoursView;
  locationHours: OpeningHoursView;
};

/** The week and the other days of one owner, saved together. What was changed stays until it is saved or undone. */
export function HoursEditor({ location, resource, saved, locationHours }: HoursEditorProps) {
  const texts = useTexts(manageHoursTexts);
  const words = useTexts(manageStrandedTexts);
  const [draft, setDraft] = useState<OpeningHoursView | null>(null);
  const hours = draft ?? saved;
  const owner = { locationId: location.id, resourceId: resource?.id ?? null };
  const save = useSaveHours(owner, () => setDraft(null));
  const isChanged = draft !== null && !sameHours(draft, saved);
  const follows = resource !== null && hours.weekly.length + hours.exceptions.length === 0;
  return (
    <>
      <FormError>{save.refusal && refusalSentence(save.refusal)}</FormError>
      {resource && (
        <OwnHours
          {...{ location, resource, follows }}
          onOwn={() => setDraft(locationHours)}
          onFollow={() => setDraft({ weekly: [], exceptions: [] })}
        />
      )}
      {!follows && (
        <>
          <Section title={texts.week}>
            <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
              <WeekGrid weekly={hours.weekly} onChange={(weekly) => setDraft({ ...hours, weekly })} />
              <Card>
                <WeekPicture weekly={hours.weekly} />
              </Card>
            </div>
          </Section>
          <OtherDays
            zone={location.timeZone}
            exceptions={hours.exceptions}
            onChange={(exceptions) => setDraft({ ...hours, exceptions })}
          />
        </>
      )}
      <SaveBar
        isShown={isChanged}
        isPending={save.isPending}
        saveLabel={texts.save}
        onSave={() => save.run(hours)}
        onReset={() => setDraft(null)}
      />
      {save.question && (
        <StrandedDialog
          title={words.hoursTitle(save.question.stranded.bookings.length)}
          text={words.hoursText}
          actLabel={texts.save}
          {...save.question}
        />
      )}
    </>
  );
}

type OwnHoursProps = {
  location: LocationView;
  resource: ResourceView;
  follows: boolean;
  onOwn: () => void;
  onFollow: () => void;
};

/** A room follows its location until it gets hours of its own. */
function OwnHours({ location, resource, follows, onOwn, onFollow }: OwnHoursProps) {
  const texts = useTexts(manageHoursTexts);
  return (
    <Callout
      actions={
        <Button size="small" onPress={follows ? onOwn : onFollow}>
          {follows ? texts.ownHours : texts.followAgain}
        </Button>
      }
    >
      {follows ? texts.follows(resource.name, location.name) : texts.ownHint(location.name)}
    </Callout>
  );
}
