// What fields have in common: how findings stand under them and how wide they are.

/** How grave a message is; the order is the order of showing. */
export type Severity = 'error' | 'warning' | 'note';

/** A message under a field, already in the language chosen. */
export interface FieldMessage {
  severity: Severity;
  text: string;
  /** The manual's paragraph, as `2.3.5`. */
  paragraph?: string;
  /** One press that puts it right. */
  fix?: { label: string; run: () => void };
}

/** Width by what is typed: a code, a number, a name, a line. How much each is, is Field's. */
export type Width = 'code' | 'short' | 'medium' | 'long' | 'full';

/** What every field takes. */
export interface FieldProps {
  label: string;
  hint?: string;
  /** A single error; for several messages, or with paragraph and fix, use `messages`. */
  error?: string;
  messages?: FieldMessage[];
  required?: boolean;
  /** The manual's paragraph that asks for it: shown beside the label, and what F1 opens. */
  paragraph?: string;
  /** The label is read out but not shown (in tables and bars). */
  hideLabel?: boolean;
  width?: Width;
  id?: string;
}

export function worst(messages: FieldMessage[]): Severity | undefined {
  return (['error', 'warning', 'note'] as const).find((grade) => messages.some((m) => m.severity === grade));
}
