import { plural } from "@working-social/kernel";
import type { UiTexts } from "./ui-texts.ts";

export const spanishUiTexts: UiTexts = {
  cancel: "Cancelar",
  chooseDate: "Elegir una fecha",
  clear: "Borrar",
  close: "Cerrar",
  decrease: "Menos",
  dismiss: "Descartar",
  increase: "Más",
  loading: "Cargando",
  mainNavigation: "Navegación principal",
  more: "Más",
  nextMonth: "Mes siguiente",
  noResults: "No se ha encontrado nada",
  notifications: "Avisos",
  numbers: {
    atLeast: (number) => `Como mínimo, ${number}.`,
    atMost: (number) => `Como máximo, ${number}.`,
    notANumber: (example) => `Esto no es un número. Escríbalo, por ejemplo, así: ${example}.`,
    tooManyDecimals: (most) =>
      plural("es", most, { one: "Como máximo, un decimal.", other: `Como máximo, ${most} decimales.` }),
    tooManyDigits: "El número es demasiado grande.",
    wholeNumber: "Escriba un número entero.",
  },
  optional: "opcional",
  previousMonth: "Mes anterior",
  required: "obligatorio",
  retry: "Volver a intentarlo",
  search: "Buscar",
  skipToContent: "Ir al contenido",
};
