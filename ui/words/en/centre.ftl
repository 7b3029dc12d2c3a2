# The centre's details.
centre-fixed = Centre { $code }, KCSE { $year }. Another code or year is another register.
centre-on-documents = On every document
centre-reached = How the centre is reached
centre-letters = Letters of the Ministry and the council
centre-field-name = Name of the centre
centre-field-county = County
centre-field-sub-county = Sub-county
centre-field-head = Head of the centre
centre-field-head-no = Head’s service number
centre-field-head-phone = Head’s telephone
centre-field-address = Postal address
centre-field-telephone = Telephone
centre-field-email = E-mail
centre-field-offered = Subjects offered
centre-field-clearance = Clearance for pathway B
centre-field-host = Hosting centre
centre-hint-name = As on its certificate of registration
centre-hint-head = As the name is to stand under the signature
centre-hint-clearance = The letter’s reference. Without it, entries of Mathematics B with General Science are errors.
centre-hint-host = Code of eight digits, where this centre has too few candidates and sits elsewhere
centre-name-missing = Give the centre’s name.
centre-host-wrong = A centre’s code has eight digits.
centre-blank = Documents have a place for this.
centre-blank-on-documents = Blank on the documents: { $names }.
centre-fill-in = Fill it in
centre-offered-text = An entry with a subject that is not ticked is an error. Where none is ticked, this is not looked at.
centre-offered-count = { $count ->
    [0] None ticked
    [one] 1 ticked
   *[other] { $count } ticked
}
centre-offered-entered = Tick those that are entered
centre-offered-none = Untick all
centre-subject = { $code } { $name }
centre-subject-entered = { $count ->
    [one] 1 candidate
   *[other] { $count } candidates
}
centre-said = What the rules say of the centre
