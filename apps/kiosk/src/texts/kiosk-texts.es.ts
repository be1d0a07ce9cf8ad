import { spanishUiTexts } from "@working-social/ui/texts/es";
import type { Formats } from "./formats.ts";
import type { KioskTexts, KioskWords } from "./kiosk-texts.ts";

type Balance = KioskTexts["balance"];
type PageUnit = Parameters<Balance["after"]>[1];
type Content = Parameters<KioskTexts["packs"]["what"]>[0];

const PAGES: Record<PageUnit, { one: string; other: string }> = {
  mono_pages: { one: "página en blanco y negro", other: "páginas en blanco y negro" },
  colour_pages: { one: "página en color", other: "páginas en color" },
};

const NO_PRICE = "Todavía no hay precio para este tipo de impresión. Consulte en recepción.";

function duration(seconds: number, { count }: Formats): string {
  return seconds < 100
    ? count(seconds, { one: "segundo", other: "segundos" })
    : count(Math.ceil(seconds / 60), { one: "minuto", other: "minutos" });
}

const pages = (quantity: number, unit: PageUnit, { count }: Formats) => count(quantity, PAGES[unit]);

function contentOf({ unit, quantity, currency }: Content, formats: Formats): string {
  if (unit === "mono_pages" || unit === "colour_pages") return pages(quantity, unit, formats);
  return `${currency ? formats.money(quantity, currency) : formats.number(quantity)} de saldo`;
}

const door: KioskTexts["door"] = {
  pageTitle: "Hola",
  welcome: "Hola.",
  seeTheDesk: "Diríjase a recepción: le atenderemos con mucho gusto.",
  print: "Imprimir",
  printHow: "Imprima con su PIN o su código lo que ha enviado a la fotocopiadora",
  member: "¿Es miembro?",
  memberHow: "Reserve una sala o un puesto con su teléfono en esta dirección:",
  staff: "Personal: abrir el portal",
  setUpPrinting: "Configurar la impresión en esta pantalla",
};

const start = (formats: Formats): KioskTexts["start"] => ({
  title: "Imprimir",
  how: "Introduzca su PIN o acerque su código al lector.",
  where: "Su código está en el portal, en la página de impresión, y allí también puede crear un PIN.",
  pad: "Su PIN",
  typed: (digits, of) => `${digits} de ${of} cifras`,
  clear: "Borrar",
  erase: "Borrar la última cifra",
  checking: "Un momento…",
  wrong_code: {
    pin: "Este PIN no es correcto. Vuelva a intentarlo; si lo ha olvidado, cree otro en el portal, en la página de impresión.",
    code: "Este código no es correcto o ha caducado. Cree otro en el portal, en la página de impresión.",
  },
  locked: (seconds) =>
    `Demasiados intentos fallidos: esta pantalla no admite ningún PIN durante ${duration(seconds, formats)}. Su código sí funciona, y desde su teléfono puede imprimir ahora mismo.`,
  lockedForNow:
    "Demasiados intentos fallidos: de momento, esta pantalla no admite ningún PIN. Su código sí funciona, y desde su teléfono puede imprimir ahora mismo.",
  short_pin: "Su PIN tiene seis cifras.",
  ended: "Su código ha caducado. Cree otro en el portal, en la página de impresión; sus documentos siguen en espera.",
  refused: (code) => `No ha funcionado (${code}). Consulte en recepción; sus documentos siguen en espera.`,
  offlineCopier: (name) =>
    `${name} no responde en este momento. Sus documentos quedan un día en espera; por favor, avise en recepción.`,
});

const jobs = (formats: Formats): KioskTexts["jobs"] => ({
  waiting: (n) =>
    n === 0
      ? "Aquí no tiene nada en espera."
      : formats.plural(n, {
          one: "Tiene 1 documento en espera.",
          other: `Tiene ${formats.number(n)} documentos en espera.`,
        }),
  none: (copier) => `Envíe algo a ${copier} desde su equipo: aparecerá aquí automáticamente.`,
  elsewhere: (name, n) =>
    formats.plural(n, {
      one: `En ${name} tiene 1 documento en espera.`,
      other: `En ${name} tiene ${formats.number(n)} documentos en espera.`,
    }),
  untitled: "Sin título",
  sheets: ({ sides, sheets }) =>
    `${formats.count(sides, { one: "cara", other: "caras" })} en ${formats.count(sheets, { one: "hoja", other: "hojas" })}`,
  copies: (copies) => formats.count(copies, { one: "copia", other: "copias" }),
  colour: { mono: "blanco y negro", colour: "color" },
  duplex: "a doble cara",
  paper: (size) => (size === "other" ? "otro tamaño de papel" : size),
  noPrice: NO_PRICE,
  release: "Imprimir",
  releaseFor: (price) => `Imprimir · ${price}`,
  named: (words, title) => `${words}, ${title}`,
  releaseAll: (n, price) => (price ? `Imprimir los ${n} · ${price}` : `Imprimir los ${n}`),
  printing: "Imprimiendo",
  remove: "Eliminar",
  sure: "¿Eliminar el documento? Después ya no se podrá imprimir.",
  removeNow: "Sí, eliminar",
  keep: "Conservar",
  leave: "Listo",
  working: "Un momento…",
});

const balance = (formats: Formats): Balance => ({
  split: ({ credits, unit, moneyMinor, currency, product }) => {
    const owed = formats.money(moneyMinor, currency);
    const amount = product
      ? `${formats.number(product.sides)}\u00A0×\u00A0${formats.money(product.eachMinor, currency)} =\u00A0${owed}`
      : owed;
    if (credits === 0) return moneyMinor === 0 ? "Sin coste" : `${amount} a su cuenta`;
    const own = pages(credits, unit, formats);
    return moneyMinor === 0 ? `${own} de su saldo` : `${own} de su saldo, ${amount} a su cuenta`;
  },
  after: (left, unit) =>
    left < 0
      ? `Después deberá ${pages(-left, unit, formats)}`
      : formats.plural(left, {
          one: `Después le queda ${pages(left, unit, formats)}`,
          other: `Después le quedan ${pages(left, unit, formats)}`,
        }),
  left: ({ left, unit }) =>
    left < 0
      ? `Debe ${pages(-left, unit, formats)}`
      : formats.plural(left, {
          one: `Le queda ${pages(left, unit, formats)}`,
          other: `Le quedan ${pages(left, unit, formats)}`,
        }),
  have: ({ left, held, unit }) => {
    if (left < 0) return `Debe ${pages(-left, unit, formats)}`;
    const all = pages(left + held, unit, formats);
    if (held === 0) return all;
    return left === 0
      ? `${all}, en reserva para sus documentos`
      : `${all}, ${formats.number(held)} de ellas en reserva para sus documentos`;
  },
  topUp: "Comprar más páginas",
  title: "Sus páginas",
});

const notices: KioskTexts["notices"] = {
  price_changed: (title) =>
    `El precio de «${title}» ha cambiado. No se ha impreso nada; el nuevo precio está más abajo.`,
  device_offline: (name) =>
    `${name} no responde en este momento. Sus documentos siguen en espera; por favor, avise en recepción.`,
  deleted: (title) => `Se ha eliminado «${title}». Lo que estaba en reserva vuelve a estar disponible.`,
  job_gone: "Este documento ya no está en espera: se ha impreso, se ha eliminado o llevaba más de un día esperando.",
  no_price: NO_PRICE,
  bought: (what, price) => `Compra realizada: ${what}. El importe de ${price} queda pendiente en su cuenta.`,
  boughtFree: (what) => `Añadido a su saldo: ${what}.`,
  pack_price_changed: "El precio de este bono ha cambiado. No se ha comprado nada; el nuevo precio está más abajo.",
  pack_gone: "Este bono ya no está a la venta. No se ha comprado nada.",
  refused: (code) => `No ha funcionado (${code}). Consulte en recepción.`,
};

const done = (formats: Formats): KioskTexts["done"] => ({
  title: (n) =>
    formats.plural(n, {
      one: "Su documento se está imprimiendo",
      other: `Se están imprimiendo ${formats.number(n)} documentos`,
    }),
  fetch: (name) => `Recoja sus páginas en ${name}.`,
  stopped: (why) => `Los demás no se han impreso: ${why}`,
  more: (n) => `Volver a mis documentos (${formats.number(n)})`,
  leave: "Listo",
});

const packs = (formats: Formats): KioskTexts["packs"] => ({
  title: "Comprar más páginas",
  none: "En este momento no hay nada a la venta. Lo que sus páginas no cubran se cargará a su cuenta.",
  pays: "Aquí no se paga nada: lo que compre queda pendiente en su cuenta.",
  what: (content) => contentOf(content, formats),
  content: ({ validDays, ...content }) =>
    validDays === null
      ? `${contentOf(content, formats)}, sin caducidad`
      : `${contentOf(content, formats)}, con ${formats.count(validDays, { one: "día", other: "días" })} de validez`,
  buy: (price) => `Comprar · ${price}`,
  sure: (what, price) => `${what}: el importe de ${price} quedará pendiente en su cuenta.`,
  buyNow: (price) => `Sí, comprar por ${price}`,
  keep: "No comprar",
  back: "Volver a mis documentos",
});

const countdown = (formats: Formats): KioskTexts["countdown"] => ({
  left: (seconds) => `Se reinicia en ${formats.count(seconds, { one: "segundo", other: "segundos" })}`,
  stay: "Sigo aquí",
  warning: (seconds) => `Esta pantalla se reinicia en ${seconds} segundos. Pulse cualquier tecla para continuar.`,
});

const setUp: KioskTexts["setUp"] = {
  title: "Configurar la impresión en esta pantalla",
  how: "Para quien administra el espacio: en el portal, cree un quiosco junto a la fotocopiadora. Se muestra una sola vez, como código: escanéelo con la cámara de este dispositivo o pegue aquí su token.",
  token: "Token del quiosco",
  hint: "Empieza por wsk_. Se guarda solo en este navegador y únicamente permite que cada persona imprima sus propios documentos.",
  check: "Comprobar y guardar",
  none: "Eso no es un token de quiosco: empieza por wsk_ y tiene 47 caracteres.",
  agent: "Ese es el token del servidor de impresión. Un quiosco necesita el suyo propio, que solo sirve para imprimir.",
  unknown: "Ningún quiosco tiene este token, o ya no es válido. Cree otro junto a la fotocopiadora.",
  offline: "No hay conexión con el servidor. Compruebe la red de este dispositivo y vuelva a intentarlo.",
  revoked:
    "Esta pantalla ya estaba configurada, pero su token ha dejado de ser válido. Pida otro a quien administra el espacio.",
  notKept: "Este navegador no guarda nada, así que habrá que configurar la pantalla de nuevo cuando se reinicie.",
  back: "Volver",
};

const staff: KioskTexts["staff"] = {
  open: "Personal",
  title: "Esta pantalla",
  kiosk: "Nombre",
  copier: "Fotocopiadora",
  online: (copier) => `${copier} · en línea`,
  silent: (copier) => `${copier} · sin conexión`,
  place: "Sede",
  theme: "Apariencia",
  themes: { system: "Como el dispositivo", light: "Clara", dark: "Oscura" },
  forget: "Olvidar este quiosco",
  forgetMeans: "Si lo olvida, nadie podrá imprimir aquí hasta que esta pantalla reciba un token nuevo.",
  forgetNow: "Sí, olvidar",
  keep: "Conservar",
  portal: "Abrir el portal",
  back: "Volver",
};

const texts = (formats: Formats): KioskTexts => ({
  language: "Idioma",
  money: formats.money,
  door,
  start: start(formats),
  jobs: jobs(formats),
  balance: balance(formats),
  notices,
  done: done(formats),
  packs: packs(formats),
  countdown: countdown(formats),
  offline: "Sin conexión: esta pantalla lo sigue intentando por sí sola, y sus documentos esperan.",
  setUp,
  staff,
});

export const spanish: KioskWords = { texts, ui: spanishUiTexts };
