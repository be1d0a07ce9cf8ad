import { frenchUiTexts } from "@working-social/ui/texts/fr";
import type { Formats } from "./formats.ts";
import type { KioskTexts, KioskWords } from "./kiosk-texts.ts";

type Balance = KioskTexts["balance"];
type PageUnit = Parameters<Balance["after"]>[1];
type Content = Parameters<KioskTexts["packs"]["what"]>[0];

const PAGES: Record<PageUnit, { one: string; other: string }> = {
  mono_pages: { one: "page en noir et blanc", other: "pages en noir et blanc" },
  colour_pages: { one: "page en couleur", other: "pages en couleur" },
};

const NO_PRICE = "Aucun prix n’est encore fixé pour ce type d’impression. Adressez-vous à l’accueil.";

function duration(seconds: number, { count }: Formats): string {
  return seconds < 100
    ? count(seconds, { one: "seconde", other: "secondes" })
    : count(Math.ceil(seconds / 60), { one: "minute", other: "minutes" });
}

const pages = (quantity: number, unit: PageUnit, { count }: Formats) => count(quantity, PAGES[unit]);

function contentOf({ unit, quantity, currency }: Content, formats: Formats): string {
  if (unit === "mono_pages" || unit === "colour_pages") return pages(quantity, unit, formats);
  return `${currency ? formats.money(quantity, currency) : formats.number(quantity)} de crédit`;
}

const door: KioskTexts["door"] = {
  pageTitle: "Bienvenue",
  welcome: "Bienvenue.",
  seeTheDesk: "Adressez-vous à l’accueil\u00A0: on vous y aidera avec plaisir.",
  print: "Imprimer",
  printHow: "Imprimez ce que vous avez envoyé au copieur, avec votre code PIN ou votre QR code",
  member: "Vous êtes membre\u202F?",
  memberHow: "Réservez une salle ou un poste de travail avec votre téléphone, à cette adresse\u00A0:",
  staff: "Personnel\u00A0: ouvrir le portail",
  setUpPrinting: "Configurer l’impression sur cet écran",
};

const start = (formats: Formats): KioskTexts["start"] => ({
  title: "Imprimer",
  how: "Saisissez votre code PIN ou présentez votre QR code au lecteur.",
  where:
    "Votre QR code se trouve dans le portail, à la page d’impression\u202F; vous pouvez aussi y créer un code PIN.",
  pad: "Votre code PIN",
  typed: (digits, of) => `${formats.count(digits, { one: "chiffre", other: "chiffres" })} sur ${of}`,
  clear: "Effacer",
  erase: "Effacer le dernier chiffre",
  checking: "Un instant…",
  wrong_code: {
    pin: "Ce code PIN est incorrect. Réessayez\u202F; si vous l’avez oublié, créez-en un autre dans le portail, à la page d’impression.",
    code: "Ce QR code est incorrect ou a expiré. Créez-en un autre dans le portail, à la page d’impression.",
  },
  locked: (seconds) =>
    `Trop d’essais infructueux\u00A0: cet écran n’accepte aucun code PIN pendant ${duration(seconds, formats)}. Votre QR code fonctionne toujours, et depuis votre téléphone vous pouvez imprimer tout de suite.`,
  lockedForNow:
    "Trop d’essais infructueux\u00A0: cet écran n’accepte aucun code PIN pour le moment. Votre QR code fonctionne toujours, et depuis votre téléphone vous pouvez imprimer tout de suite.",
  short_pin: "Votre code PIN comporte six chiffres.",
  ended:
    "Votre QR code a expiré. Créez-en un autre dans le portail, à la page d’impression\u202F; vos documents restent en attente.",
  refused: (code) =>
    `Cela n’a pas fonctionné (${code}). Adressez-vous à l’accueil\u202F; vos documents restent en attente.`,
  offlineCopier: (name) =>
    `${name} ne répond pas pour le moment. Vos documents restent en attente une journée\u202F; merci de prévenir l’accueil.`,
});

const jobs = (formats: Formats): KioskTexts["jobs"] => ({
  waiting: (n) =>
    n === 0
      ? "Rien ne vous attend ici."
      : formats.plural(n, { one: "1 document vous attend.", other: `${formats.number(n)} documents vous attendent.` }),
  none: (copier) => `Envoyez un document à ${copier} depuis votre ordinateur\u00A0: il apparaîtra ici tout seul.`,
  elsewhere: (name, n) =>
    formats.plural(n, {
      one: `Sur ${name}, 1 document vous attend.`,
      other: `Sur ${name}, ${formats.number(n)} documents vous attendent.`,
    }),
  untitled: "Sans titre",
  sheets: ({ sides, sheets }) =>
    `${formats.count(sides, { one: "page", other: "pages" })} sur ${formats.count(sheets, { one: "feuille", other: "feuilles" })}`,
  copies: (copies) => formats.count(copies, { one: "exemplaire", other: "exemplaires" }),
  colour: { mono: "noir et blanc", colour: "couleur" },
  duplex: "recto verso",
  paper: (size) => (size === "other" ? "autre format de papier" : size),
  noPrice: NO_PRICE,
  release: "Imprimer",
  releaseFor: (price) => `Imprimer · ${price}`,
  named: (words, title) => `${words}, ${title}`,
  releaseAll: (n, price) => (price ? `Imprimer les ${n} · ${price}` : `Imprimer les ${n}`),
  printing: "Impression en cours",
  remove: "Supprimer",
  sure: "Supprimer le document\u202F? Il ne pourra plus être imprimé.",
  removeNow: "Oui, supprimer",
  keep: "Conserver",
  leave: "Terminer",
  working: "Un instant…",
});

const balance = (formats: Formats): Balance => ({
  split: ({ credits, unit, moneyMinor, currency, product }) => {
    const owed = formats.money(moneyMinor, currency);
    const amount = product
      ? `${formats.number(product.sides)}\u00A0×\u00A0${formats.money(product.eachMinor, currency)} =\u00A0${owed}`
      : owed;
    if (credits === 0) return moneyMinor === 0 ? "Gratuit" : `${amount} sur votre compte`;
    const own = pages(credits, unit, formats);
    return moneyMinor === 0 ? `${own} de votre crédit` : `${own} de votre crédit, ${amount} sur votre compte`;
  },
  after: (left, unit) =>
    left < 0
      ? `Vous devrez ensuite ${pages(-left, unit, formats)}`
      : `Il vous restera ensuite ${pages(left, unit, formats)}`,
  left: ({ left, unit }) =>
    left < 0 ? `Vous devez ${pages(-left, unit, formats)}` : `Il vous reste ${pages(left, unit, formats)}`,
  have: ({ left, held, unit }) => {
    if (left < 0) return `Vous devez ${pages(-left, unit, formats)}`;
    const all = pages(left + held, unit, formats);
    if (held === 0) return all;
    return left === 0
      ? `${all}, en réserve pour vos documents`
      : `${all}, dont ${formats.number(held)} en réserve pour vos documents`;
  },
  topUp: "Acheter des pages",
  title: "Vos pages",
});

const notices: KioskTexts["notices"] = {
  price_changed: (title) =>
    `Le prix de «\u00A0${title}\u00A0» a changé. Rien n’a été imprimé\u202F; le nouveau prix est indiqué ci-dessous.`,
  device_offline: (name) =>
    `${name} ne répond pas pour le moment. Vos documents restent en attente\u202F; merci de prévenir l’accueil.`,
  deleted: (title) => `«\u00A0${title}\u00A0» est supprimé. Ce qui lui était réservé est de nouveau disponible.`,
  job_gone:
    "Ce document n’est plus en attente\u00A0: il a été imprimé ou supprimé, ou il attendait depuis plus d’une journée.",
  no_price: NO_PRICE,
  bought: (what, price) => `Achat effectué\u00A0: ${what}. Le montant de ${price} est porté sur votre compte.`,
  boughtFree: (what) => `Ajouté à votre crédit\u00A0: ${what}.`,
  pack_price_changed: "Le prix de ce pack a changé. Rien n’a été acheté\u202F; le nouveau prix est indiqué ci-dessous.",
  pack_gone: "Ce pack n’est plus en vente. Rien n’a été acheté.",
  refused: (code) => `Cela n’a pas fonctionné (${code}). Adressez-vous à l’accueil.`,
};

const done = (formats: Formats): KioskTexts["done"] => ({
  title: (n) =>
    formats.plural(n, {
      one: "Votre document s’imprime",
      other: `${formats.number(n)} documents s’impriment`,
    }),
  fetch: (name) => `Récupérez vos pages sur ${name}.`,
  stopped: (why) => `Les autres n’ont pas été imprimés\u00A0: ${why}`,
  more: (n) => `Revenir à mes documents (${formats.number(n)})`,
  leave: "Terminer",
});

const packs = (formats: Formats): KioskTexts["packs"] => ({
  title: "Acheter des pages",
  none: "Rien n’est en vente pour le moment. Ce que vos pages ne couvrent pas est porté sur votre compte.",
  pays: "Vous ne payez rien ici\u00A0: vos achats sont portés sur votre compte et restent à régler.",
  what: (content) => contentOf(content, formats),
  content: ({ validDays, ...content }) =>
    validDays === null
      ? `${contentOf(content, formats)}, sans date d’expiration`
      : `${contentOf(content, formats)}, à utiliser sous ${formats.count(validDays, { one: "jour", other: "jours" })}`,
  buy: (price) => `Acheter · ${price}`,
  sure: (what, price) => `${what}\u00A0: le montant de ${price} sera porté sur votre compte et restera à régler.`,
  buyNow: (price) => `Oui, acheter pour ${price}`,
  keep: "Ne pas acheter",
  back: "Revenir à mes documents",
});

const countdown = (formats: Formats): KioskTexts["countdown"] => ({
  left: (seconds) => `Recommence dans ${formats.count(seconds, { one: "seconde", other: "secondes" })}`,
  stay: "Je suis toujours là",
  warning: (seconds) => `Cet écran recommence dans ${seconds} secondes. Appuyez sur une touche pour continuer.`,
});

const setUp: KioskTexts["setUp"] = {
  title: "Configurer l’impression sur cet écran",
  how: "Pour qui gère l’espace\u00A0: dans le portail, créez une borne à côté du copieur. Elle ne s’affiche qu’une fois, sous forme de code\u00A0: scannez-le avec l’appareil photo de cet appareil ou collez ici son jeton.",
  token: "Jeton de la borne",
  hint: "Il commence par wsk_. Il reste dans ce navigateur et ne permet qu’une chose\u00A0: imprimer ses propres documents.",
  check: "Vérifier et enregistrer",
  none: "Ce n’est pas un jeton de borne\u00A0: il commence par wsk_ et compte 47 caractères.",
  agent: "C’est le jeton du serveur d’impression. Une borne a besoin du sien, qui ne permet que d’imprimer.",
  unknown: "Aucune borne n’a ce jeton, ou il n’est plus valable. Créez-en un autre à côté du copieur.",
  offline: "Le serveur est injoignable. Vérifiez le réseau de cet appareil et réessayez.",
  revoked:
    "Cet écran était déjà configuré, mais son jeton n’est plus valable. Demandez-en un autre à qui gère l’espace.",
  notKept: "Ce navigateur n’enregistre rien\u00A0: il faudra reconfigurer cet écran après un redémarrage.",
  back: "Retour",
};

const staff: KioskTexts["staff"] = {
  open: "Personnel",
  title: "Cet écran",
  kiosk: "Nom",
  copier: "Copieur",
  online: (copier) => `${copier} · joignable`,
  silent: (copier) => `${copier} · injoignable`,
  place: "Site",
  theme: "Apparence",
  themes: { system: "Comme l’appareil", light: "Claire", dark: "Sombre" },
  forget: "Oublier cette borne",
  forgetMeans:
    "Une fois la borne oubliée, personne ne pourra imprimer ici tant que cet écran n’aura pas de nouveau jeton.",
  forgetNow: "Oui, oublier",
  keep: "Conserver",
  portal: "Ouvrir le portail",
  back: "Retour",
};

const texts = (formats: Formats): KioskTexts => ({
  language: "Langue",
  money: formats.money,
  door,
  start: start(formats),
  jobs: jobs(formats),
  balance: balance(formats),
  notices,
  done: done(formats),
  packs: packs(formats),
  countdown: countdown(formats),
  offline: "Pas de réseau\u00A0: cet écran réessaie tout seul, et vos documents attendent.",
  setUp,
  staff,
});

export const french: KioskWords = { texts, ui: frenchUiTexts };
