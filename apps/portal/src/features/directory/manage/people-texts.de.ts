import { formatList, plural } from "@working-social/kernel";
import type { ManagePeopleTexts } from "./people-texts.ts";

const persons = (n: number) => plural("de", n, { one: `${n} Person`, other: `${n} Personen` });
const teams = (n: number) => plural("de", n, { one: `${n} Team`, other: `${n} Teams` });

export const texts: ManagePeopleTexts = {
  people: {
    subtitle: "Alle, die sich hier anmelden dürfen, und was sie tun dürfen.",
    invite: "Jemanden einladen",
    search: "Name oder E-Mail suchen",
    name: "Name",
    email: "E-Mail-Adresse",
    emailHint:
      "Dorthin geht die Einladung, und damit meldet sich die Person an. Bis zur ersten Anmeldung lässt sich die Adresse korrigieren.",
    role: "Rolle",
    roleHint: "Andere Rollen als „Mitglied“ vergibt nur die Leitung.",
    team: "Team",
    plan: "Tarif",
    planHint: "Der eigene Tarif geht dem Tarif des Teams vor.",
    noPlan: "Kein eigener Tarif",
    noTeam: "Kein Team",
    home: "Stammstandort",
    paysPrivately: "Zahlt selbst und nicht das Team",
    homeHint: "Was die Person zuerst sieht.",
    anyHome: "Kein bestimmter",
    status: "Status",
    statuses: { invited: "Eingeladen", active: "Aktiv", suspended: "Gesperrt" },
    roleNotes: {
      member: "Bucht für sich selbst.",
      team_admin: "Wie ein Mitglied; betreut später ein Team.",
      front_desk: "Sieht und ändert alle Buchungen und bucht für andere.",
      community_manager: "Verwaltet den ganzen Space, Personen und Regeln; vergibt keine Rollen.",
      billing_manager: "Liest das Änderungsprotokoll; die Abrechnung bekommt eigene Seiten.",
      owner: "Darf alles und vergibt Rollen.",
    },
    inviteTitle: "Jemanden einladen",
    invitation: "Einladung senden",
    invited: (name) => `${name} ist eingeladen. Die E-Mail ist unterwegs.`,
    saved: (name) => `${name} ist gespeichert.`,
    correct: "Adresse korrigieren\u00A0…",
    correctTitle: (name) => `Wohin soll die Einladung für ${name} gehen?`,
    correctHint: "Die Einladung an die frühere Adresse gilt dann nicht mehr.",
    correctSend: "Einladung dorthin senden",
    corrected: (email) => `Die Einladung ist unterwegs an ${email}.`,
    suspend: "Sperren",
    suspendTitle: (name) => `${name} sperren?`,
    suspendText: "Anmelden und Buchen ist dann nicht mehr möglich. Auf allen Geräten wird die Person abgemeldet.",
    suspendNot: "Nicht sperren",
    suspendAndCancel: (n) =>
      plural("de", n, { one: "Sperren und 1 Buchung stornieren", other: `Sperren und ${n} Buchungen stornieren` }),
    suspendReason: "Warum der Space storniert",
    suspendReasonHint: "Die Person liest das in der E-Mail.",
    suspendReasonNeeded: "Schreiben Sie ein paar Worte: Die Person wird sie lesen.",
    suspended: (name, cancelled) =>
      cancelled === 0
        ? `${name} ist gesperrt.`
        : plural("de", cancelled, {
            one: `${name} ist gesperrt und 1 Buchung storniert.`,
            other: `${name} ist gesperrt, und ${cancelled} Buchungen sind storniert.`,
          }),
    reactivate: "Sperre aufheben",
    reactivated: (name) => `${name} kann sich wieder anmelden.`,
    onlyYou: "Bisher sind nur Sie hier",
    onlyYouText: "Laden Sie Mitglieder per E-Mail ein. Sie melden sich mit einem Code an und können sofort buchen.",
    nobody: (search) => `Niemand hat „${search}“ im Namen oder in der Adresse`,
    clearSearch: "Alle anzeigen",
    shown: (n, hasMore) => (hasMore ? `Die ersten ${n}` : persons(n)),
  },
  teams: {
    subtitle: "Wer zusammen bucht: ein Tarif für alle und gemeinsame Grenzen.",
    add: "Team anlegen",
    editTitle: "Team",
    newTitle: "Neues Team",
    name: "Name",
    plan: "Tarif des Teams",
    planHint: "Für alle im Team, die keinen eigenen Tarif haben.",
    noPlan: "Kein Tarif",
    people: "Personen",
    emptyTitle: "Noch keine Teams",
    emptyText:
      "Ein Team gibt mehreren Personen denselben Tarif, und Regeln können begrenzen, was ein Team gleichzeitig oder an einem Tag bucht.",
    saved: (name) => `${name} ist gespeichert.`,
  },
  plans: {
    subtitle: "Mit einem Tarif wird man Mitglied. Preise und Regeln können für einen Tarif gelten.",
    add: "Tarif anlegen",
    editTitle: "Tarif",
    newTitle: "Neuer Tarif",
    name: "Name",
    nameHint: "Wie Mitglieder ihn kennen: Vollzeit, Zehn Tage, Studio.",
    people: "Personen",
    teams: "Teams",
    had: (people, ofTeams) =>
      formatList("de", [...(people > 0 ? [persons(people)] : []), ...(ofTeams > 0 ? [teams(ofTeams)] : [])]),
    emptyTitle: "Noch keine Tarife",
    emptyText:
      "Wer einen Tarif hat, gilt als Mitglied: Dann gelten die Preise für Mitglieder, und Regeln können nur für bestimmte Tarife sein.",
    saved: (name) => `${name} ist gespeichert.`,
  },
};
