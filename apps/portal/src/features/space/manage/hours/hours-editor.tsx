import type { LocationView, OpeningHoursView, ResourceView } from "@working-social/booking/schema";
import { Button, Callout, Card, Section } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { manageStrandedTexts } from "../../../bookings/manage/stranded/stranded-texts.ts";
import { RefusedSave } from "../../../manage/form/refused-save.tsx";
import { useDraft } from "../../../manage/form/use-draft.ts";
import { StrandedDialog } from "../../../bookings/manage/stranded/stranded-dialog.tsx";
import { sameHours } from "./hours-model.ts";
import { OtherDays } from "./other-days.tsx";
import { SaveBar } from "../../../manage/form/save-bar.tsx";
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
  const draft = useDraft(saved);
  const { now: hours, from, change } = draft;
  const owner = { locationId: location.id, resourceId: resource?.id ?? null };
  const save = useSaveHours(owner, draft.drop);
  const follows = resource !== null && hours.weekly.length + hours.exceptions.length === 0;
  return (
    <>
      <RefusedSave
        refusal={save.refusal}
        saveMine={(theirs) => save.run(draft.over(theirs))}
        showTheirs={(theirs) => {
          draft.take(theirs);
          save.reset();
        }}
      />
      {resource && (
        <OwnHours
          {...{ location, resource, follows }}
          onOwn={() => change(locationHours)}
          onFollow={() => change({ weekly: [], exceptions: [] })}
        />
      )}
      {!follows && (
        <>
          <Section title={texts.week}>
            <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
              <WeekGrid weekly={hours.weekly} onChange={(weekly) => change({ weekly })} />
              <Card>
                <WeekPicture weekly={hours.weekly} />
              </Card>
            </div>
          </Section>
          <OtherDays
            zone={location.timeZone}
            exceptions={hours.exceptions}
            onChange={(exceptions) => change({ exceptions })}
          />
        </>
      )}
      <SaveBar
        isShown={!sameHours(hours, from)}
        isPending={save.isPending}
        saveLabel={texts.save}
        onSave={() => save.run(draft)}
        onReset={() => {
          draft.drop();
          save.reset();
        }}
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
