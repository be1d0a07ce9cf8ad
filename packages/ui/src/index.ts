/** The design system: what portal and kiosk are built from. Overlays fetch their code when first opened. */
export { AppShell, type AppShellProps, type ShellItem, type ShellLinkProps } from "./app-shell.tsx";
export { Avatar, type AvatarProps } from "./avatar.tsx";
export { entriesAbovePage } from "./back-layers.ts";
export { Badge, type BadgeProps } from "./badge.tsx";
export { buttonClass, type ButtonLook, type ButtonSize, type ButtonVariant } from "./button-class.ts";
export { Button, type ButtonProps } from "./button.tsx";
export { Callout, type CalloutProps } from "./callout.tsx";
export { Card, CardList, type CardProps } from "./card.tsx";
export { Checkbox, type CheckboxProps } from "./checkbox.tsx";
export { classNames } from "./class-names.ts";
export { ComboBox, type ComboBoxOption, type ComboBoxProps } from "./combo-box.tsx";
export type { Command, CommandGroup } from "./command-match.ts";
export { CommandPalette, type CommandPaletteProps } from "./command-palette.tsx";
export { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog.tsx";
export { DateField, type DateFieldProps } from "./date-field.tsx";
export { DatePicker, type DatePickerProps } from "./date-picker.tsx";
export { DescriptionList, type DescriptionListItem, type DescriptionListProps } from "./description-list.tsx";
export { Dialog, type DialogProps } from "./dialog.tsx";
export { Divider } from "./divider.tsx";
export { Drawer, type DrawerProps } from "./drawer.tsx";
export { EmptyState, type EmptyStateProps } from "./empty-state.tsx";
export { ErrorState, type ErrorStateProps } from "./error-state.tsx";
export type { FieldProps } from "./field.tsx";
export { Form, FormActions, FormError, FormRow, type FormErrorProps } from "./form.tsx";
export { IconButton, type IconButtonProps } from "./icon-button.tsx";
export { Kbd } from "./kbd.tsx";
export { keyInLine } from "./key-in-line.ts";
export { Logo, type LogoProps } from "./logo.tsx";
export { Menu, type MenuItem, type MenuProps } from "./menu.tsx";
export { parseNumber, readNumber, writeNumber } from "./number-text.ts";
export { NumberField, type NumberFieldProps } from "./number-field.tsx";
export { PageHeader, type PageHeaderProps } from "./page-header.tsx";
export { Page, type PageProps } from "./page.tsx";
export { PersonLabel, type PersonLabelProps } from "./person-label.tsx";
export { Popover, type PopoverProps } from "./popover.tsx";
export { Progress, type ProgressProps } from "./progress.tsx";
export { RadioGroup, type RadioGroupProps, type RadioOption } from "./radio-group.tsx";
export { SearchField, type SearchFieldProps } from "./search-field.tsx";
export { Section, type SectionProps } from "./section.tsx";
export { SegmentedControl, type Segment, type SegmentedControlProps } from "./segmented-control.tsx";
export { Select, type SelectGroup, type SelectOption, type SelectProps } from "./select.tsx";
export {
  LoadingAnnouncement,
  Skeleton,
  SkeletonText,
  type SkeletonProps,
  type SkeletonTextProps,
} from "./skeleton.tsx";
export { Spinner } from "./spinner.tsx";
export { Switch, type SwitchProps } from "./switch.tsx";
export { Table, type TableColumn, type TableProps } from "./table.tsx";
export { Tabs, type Tab, type TabsProps } from "./tabs.tsx";
export { TextArea, type TextAreaProps } from "./text-area.tsx";
export { TextField, type TextFieldProps } from "./text-field.tsx";
export { tellUnreadable } from "./unreadable.ts";
export { UiTextProvider, useUiLocale, useUiText, type UiTextProviderProps } from "./text.tsx";
export { englishUiTexts, type UiTexts } from "./ui-texts.ts";
export { TimeField, type TimeFieldProps } from "./time-field.tsx";
export { dismissToast, toast, type ToastOptions, type ToastTone } from "./toast-store.ts";
export { ToastRegion, type ToastRegionProps } from "./toast.tsx";
export type { Tone } from "./tone.ts";
export { Tooltip, type TooltipProps } from "./tooltip.tsx";
export { useMediaQuery } from "./use-media-query.ts";
export { applyStoredTheme, useTheme, type Theme } from "./use-theme.ts";
export { VisuallyHidden } from "./visually-hidden.tsx";
