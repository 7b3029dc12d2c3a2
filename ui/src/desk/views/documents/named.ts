// Which messages name a document and say what it is for.
interface Named {
  title: string;
  use: string;
}

const words: Record<string, Named> = {
  'check-slips-en': { title: 'documents-check-slips-en', use: 'documents-check-slips-use' },
  'check-slips-sw': { title: 'documents-check-slips-sw', use: 'documents-check-slips-use' },
  'nominal-roll': { title: 'documents-nominal-roll', use: 'documents-nominal-roll-use' },
  'photo-register': { title: 'documents-photo-register', use: 'documents-photo-register-use' },
  'fee-proforma': { title: 'documents-fee-proforma', use: 'documents-fee-proforma-use' },
  declaration: { title: 'documents-declaration', use: 'documents-declaration-use' },
  'nil-return': { title: 'documents-nil-return', use: 'documents-nil-return-use' },
  'special-needs': { title: 'documents-special-needs', use: 'documents-special-needs-use' },
  'foreign-qualifications': { title: 'documents-foreign', use: 'documents-foreign-use' },
  'envelope-label': { title: 'documents-envelope-label', use: 'documents-envelope-label-use' },
};

export function named(name: string): Named {
  return words[name] ?? { title: 'documents-other', use: 'documents-other-use' };
}
