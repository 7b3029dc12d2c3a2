// What the fields of an entry are called, on every screen that names them: ids of messages in candidates.ftl.
export const entryWords: Record<string, string> = {
  centre: 'candidates-field-centre',
  candidate_no: 'candidates-field-candidate-no',
  admission_no: 'candidates-field-admission-no',
  name: 'candidates-field-name',
  gender: 'candidates-field-gender',
  year_of_birth: 'candidates-field-year-of-birth',
  birth_certificate_no: 'candidates-field-birth-certificate-no',
  citizenship: 'candidates-field-citizenship',
  entry_code: 'candidates-field-entry-code',
  qualification: 'candidates-field-qualification',
  qualifying_index: 'candidates-field-qualifying-index',
  qualifying_year: 'candidates-field-qualifying-year',
  qualifying_test_year: 'candidates-field-qualifying-test-year',
  equation_year: 'candidates-field-equation-year',
  country: 'candidates-field-country',
  passport_no: 'candidates-field-passport-no',
  primary_years: 'candidates-field-primary-years',
  id_document: 'candidates-field-id-document',
  waiting_card: 'candidates-field-waiting-card',
  special_needs: 'candidates-field-special-needs',
  last_kcse_index: 'candidates-field-last-kcse-index',
  last_kcse_year: 'candidates-field-last-kcse-year',
  last_kcse_subjects: 'candidates-field-last-kcse-subjects',
  subjects: 'candidates-field-subjects',
  photo: 'candidates-field-photo',
  phone: 'candidates-field-phone',
};

/** What the codes of an entry mean, by field: ids of messages. */
export const entryChoiceWords: Record<string, Record<string, string>> = {
  gender: { F: 'candidates-choice-gender-f', M: 'candidates-choice-gender-m' },
  citizenship: { C: 'candidates-choice-citizenship-c', N: 'candidates-choice-citizenship-n' },
  entry_code: {
    1: 'candidates-choice-entry-1',
    2: 'candidates-choice-entry-2',
    3: 'candidates-choice-entry-3',
  },
};
