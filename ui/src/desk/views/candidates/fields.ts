// The entry's fields as this screen names and lays them out. Owns order, widths and words; which values they take and
// what is wrong with them comes from the core.
import { entryChoiceWords, entryWords } from '../../entry-words';
import type { Width } from '$shared/components/field';

export interface FieldPlace {
  field: string;
  width: Width;
}

export interface Section {
  id: string;
  /** Id of its heading. */
  words: string;
  /** Open from the start; the others open where something stands in them. */
  always: boolean;
  fields: FieldPlace[];
}

/** The message that names a field, or another column of the register. */
export const fieldWords: Record<string, string> = {
  ...entryWords,
  state: 'candidates-field-state',
  withdrawn_because: 'candidates-field-withdrawn-because',
  photograph: 'candidates-field-photograph',
  signed: 'candidates-field-signed',
  moved_to: 'candidates-field-moved-to',
  amendment_reason: 'candidates-field-amendment-reason',
};

/** What a value that stands for a choice means. */
export const choiceWords: Record<string, Record<string, string>> = {
  ...entryChoiceWords,
  qualification: { FOREIGN: 'candidates-choice-qualification-foreign' },
};

/** Shorter headings, for narrow columns. */
export const shortWords: Record<string, string> = {
  candidate_no: 'candidates-short-number',
  year_of_birth: 'candidates-short-born',
  citizenship: 'candidates-short-citizen',
  entry_code: 'candidates-short-entry',
  qualifying_year: 'candidates-short-year',
};

/** Short help under a field. */
export const hintWords: Record<string, string> = {
  candidate_no: 'candidates-hint-candidate-no',
};

export const paperWords: Record<string, string> = {
  medical_report: 'candidates-paper-medical-report',
  full_photograph: 'candidates-paper-full-photograph',
  earc_report: 'candidates-paper-earc-report',
  help_needed: 'candidates-paper-help-needed',
  help_given: 'candidates-paper-help-given',
};

const place = (field: string, width: Width = 'short'): FieldPlace => ({ field, width });

export const sections: Section[] = [
  {
    id: 'person',
    words: 'candidates-section-person',
    always: true,
    fields: [
      place('name', 'full'),
      place('gender'),
      place('year_of_birth', 'code'),
      place('birth_certificate_no'),
      place('citizenship'),
    ],
  },
  {
    id: 'certificate',
    words: 'candidates-section-certificate',
    always: true,
    fields: [place('qualification'), place('qualifying_index'), place('qualifying_year', 'code')],
  },
  {
    id: 'entry',
    words: 'candidates-section-entry',
    always: true,
    fields: [place('entry_code', 'medium'), place('subjects', 'full')],
  },
  {
    id: 'numbers',
    words: 'candidates-section-numbers',
    always: false,
    fields: [place('candidate_no', 'code'), place('admission_no'), place('phone'), place('centre')],
  },
  {
    id: 'last',
    words: 'candidates-section-last',
    always: false,
    fields: [place('last_kcse_index'), place('last_kcse_year', 'code'), place('last_kcse_subjects', 'full')],
  },
  {
    id: 'foreign',
    words: 'candidates-section-foreign',
    always: false,
    fields: [
      place('country'),
      place('passport_no'),
      place('primary_years', 'code'),
      place('equation_year', 'code'),
      place('qualifying_test_year', 'code'),
    ],
  },
  {
    id: 'identity',
    words: 'candidates-section-identity',
    always: false,
    fields: [place('id_document'), place('waiting_card')],
  },
  {
    id: 'needs',
    words: 'candidates-section-needs',
    always: false,
    fields: [place('special_needs', 'full')],
  },
];

/** Those in the form, in the order that Enter goes through them. */
export const formFields: string[] = sections.flatMap((section) => section.fields.map(({ field }) => field));

/** Columns of the grid that are fields, with their widths in rem. */
export const gridFields: { field: string; width: number; grow?: boolean }[] = [
  { field: 'candidate_no', width: 4 },
  { field: 'name', width: 15, grow: true },
  { field: 'gender', width: 5.5 },
  { field: 'year_of_birth', width: 5 },
  { field: 'birth_certificate_no', width: 8 },
  { field: 'citizenship', width: 5.5 },
  { field: 'qualification', width: 6.5 },
  { field: 'qualifying_index', width: 9 },
  { field: 'qualifying_year', width: 5 },
  { field: 'entry_code', width: 4.5 },
  { field: 'subjects', width: 18 },
  { field: 'admission_no', width: 6 },
  { field: 'special_needs', width: 8 },
  { field: 'last_kcse_index', width: 8 },
  { field: 'last_kcse_year', width: 5 },
  { field: 'last_kcse_subjects', width: 14 },
  { field: 'country', width: 7 },
  { field: 'passport_no', width: 7 },
  { field: 'primary_years', width: 5 },
  { field: 'equation_year', width: 5 },
  { field: 'qualifying_test_year', width: 5 },
  { field: 'id_document', width: 7 },
  { field: 'waiting_card', width: 7 },
  { field: 'phone', width: 8 },
  { field: 'centre', width: 7 },
];
