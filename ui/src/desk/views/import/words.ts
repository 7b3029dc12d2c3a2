// What codes of the core are called on this screen: ids of messages. Fields are called as on the candidates' screen.
import { entryChoiceWords, entryWords } from '../../entry-words';

export const fieldWords: Record<string, string> = {
  ...entryWords,
  surname: 'import-role-surname',
  other_names: 'import-role-other-names',
  middle_name: 'import-role-middle-name',
};

/** What a value that stands for a choice means. */
export const valueWords: Record<string, Record<string, string>> = {
  ...entryChoiceWords,
  special_needs: {
    BLIND: 'candidates-need-blind',
    LOW_VISION: 'candidates-need-low-vision',
    HEARING: 'candidates-need-hearing',
    PHYSICAL: 'candidates-need-physical',
    MENTAL: 'candidates-need-mental',
  },
};

export const confidenceWords: Record<string, string> = {
  none: 'import-sure-none',
  likely: 'import-sure-likely',
  synonym: 'import-sure-synonym',
  exact: 'import-sure-exact',
  given: 'import-sure-given',
};

export const fateWords: Record<string, string> = {
  new: 'import-fate-new',
  update: 'import-fate-update',
  elsewhere: 'import-fate-elsewhere',
  refused: 'import-fate-refused',
  skipped: 'import-fate-skipped',
  'taken-in': 'import-fate-taken-in',
};

export const skipWords: Record<string, string> = {
  total: 'import-skip-total',
  signature: 'import-skip-signature',
  'repeated-headings': 'import-skip-headings',
  'no-entry': 'import-skip-nothing',
};

export const refusalWords: Record<string, string> = {
  'error-value': 'import-refusal-error-value',
  'digits-lost': 'import-refusal-digits-lost',
  'too-narrow': 'import-refusal-too-narrow',
};

/** A column's letters, as a spreadsheet program shows them: 0 is A, 26 is AA. */
export function letters(index: number): string {
  const left = Math.floor(index / 26);
  return (left > 0 ? letters(left - 1) : '') + String.fromCharCode(65 + (index % 26));
}
