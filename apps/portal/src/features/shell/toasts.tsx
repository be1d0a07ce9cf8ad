export { ToastRegion as Toasts } from "@working-social/ui";
