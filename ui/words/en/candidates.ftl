# The screen of the candidates: grid, form, subjects, bulk work, paste, history.
candidates-title = Candidates
candidates-grid = Candidates of this centre
candidates-form = The entry
candidates-new = New candidate
candidates-new-one = New candidate
candidates-none = No candidates yet
candidates-none-text = Type the first one, or import the spreadsheet you have.
candidates-none-import = Import a spreadsheet
candidates-none-found = Nobody here fits the search and the filters.
candidates-search = Name or number
candidates-search-rows = Search and filter the candidates
candidates-filters = Show only
candidates-shown = { $shown } of { $all }
candidates-filter-errors = Errors
candidates-filter-warnings = Warnings
candidates-filter-no-photo = No photograph
candidates-filter-repeaters = Repeaters
candidates-filter-unsigned = Not signed
candidates-filter-withdrawn = Withdrawn
candidates-column-state = State
candidates-column-photo = Photo
candidates-yes = Yes
candidates-no = No
candidates-ready = Ready
candidates-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
candidates-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
candidates-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
candidates-nothing-wrong = Nothing is left to put right
candidates-no-problems = No errors or warnings among the candidates shown
candidates-key-f8 = F8: next

# Saving
candidates-saving = Saving…
candidates-saved = Saved { CLOCK($when) }
candidates-not-saved = { $count ->
    [one] 1 change is not saved
   *[other] { $count } changes are not saved
}
candidates-not-saved-title = { $count ->
    [one] The last change could not be saved
   *[other] { $count } changes could not be saved
}
candidates-not-saved-kept = What you typed is still in its field.
candidates-retry = Try again
candidates-give-up = Give this change up
candidates-undo = Undo: { $what }
candidates-redo = Do again: { $what }
candidates-nothing-undo = Nothing to undo
candidates-nothing-redo = Nothing to do again
candidates-undone = Undone: { $what }.
candidates-redone = Done again: { $what }.
candidates-left-alone = { $count ->
    [one] One field was left as it is: it has been changed since.
   *[other] { $count } fields were left as they are: they have been changed since.
}
candidates-step-field = change of { $field } of { $who }
candidates-step-one = { $what }, { $who }
candidates-step-many = { $what }, { $count } candidates

# Keys
candidates-key-undo = Undo the last change
candidates-key-redo = Do it again
candidates-key-next = Save and go to the next candidate
candidates-key-new = New candidate
candidates-key-form = From the grid to the form and back
candidates-key-bulk = Change many candidates at once
candidates-key-history = History of this candidate

# The form
candidates-close-form = Close the form
candidates-save-next = Save and next candidate
candidates-next = Next candidate
candidates-no-index = No index number yet
candidates-photo-change = Photograph of { $name }: look, add or change
candidates-at-knec = At KNEC
candidates-here = On this computer
candidates-signed = Signed
candidates-more = Actions for { $name }
candidates-history = History
candidates-sign = Has signed the nominal roll
candidates-unsign = Has not signed the nominal roll
candidates-withdraw = Withdraw
candidates-reinstate = Take back into the roll
candidates-withdraw-title = Withdraw { $name }
candidates-withdraw-text = The candidate will not sit. The number and the fee stay on record, and the number is given to nobody else.
candidates-reason = Reason
candidates-stand = Let it stand…
candidates-stand-title = Let this warning stand
candidates-stand-it = Let it stand
candidates-standing-warnings = Warnings that stand
candidates-show-again = Show it again
candidates-standing-entered = On the roll
candidates-standing-withdrawn = Withdrawn
candidates-standing-moved = At another centre
candidates-state-moved = Moved away
candidates-came-from = From centre { $centre }
candidates-moved-to = Moved to centre { $centre }
candidates-number-give = Give the next number
candidates-transfer = Transfer to another centre…
candidates-filter-arrived = From another centre
candidates-filter-moved = At another centre
candidates-from-knec = { $count ->
    [one] 1 earlier word from KNEC
   *[other] { $count } earlier words from KNEC
}
candidates-closed = Registration closed on { DAY($when) }
candidates-closed-text = Entries can still be amended, each time with a reason.
candidates-closed-because = Amendments go in with this reason: { $reason }
candidates-amend-title = Why is the entry amended?
candidates-amend-text = Registration has closed. An amendment counts only with a reason.
candidates-amend = Amend

candidates-section-person = Candidate
candidates-section-certificate = Primary certificate
candidates-section-entry = Entry and subjects
candidates-section-numbers = Numbers and telephone
candidates-section-last = Last full KCSE attempt
candidates-section-foreign = Foreign or older certificate
candidates-section-identity = Identity documents
candidates-section-needs = Special needs

candidates-field-centre = Centre
candidates-field-candidate-no = Candidate no.
candidates-field-admission-no = Admission no.
candidates-field-name = Name
candidates-field-gender = Gender
candidates-field-year-of-birth = Year of birth
candidates-field-birth-certificate-no = Birth certificate
candidates-field-citizenship = Citizenship
candidates-field-entry-code = Entry code
candidates-field-qualification = Certificate
candidates-field-qualifying-index = Index number
candidates-field-qualifying-year = Year sat
candidates-field-qualifying-test-year = Qualifying Test year
candidates-field-equation-year = Equation letter year
candidates-field-country = Country
candidates-field-passport-no = Passport
candidates-field-primary-years = Years of primary
candidates-field-id-document = Identity card
candidates-field-waiting-card = Waiting card
candidates-field-special-needs = Special needs
candidates-field-last-kcse-index = Last KCSE index
candidates-field-last-kcse-year = Last KCSE year
candidates-field-last-kcse-subjects = Last KCSE subjects
candidates-field-subjects = Subjects
candidates-field-photo = Photograph
candidates-field-phone = Telephone
candidates-field-state = Standing
candidates-field-withdrawn-because = Reason for withdrawal
candidates-field-photograph = Photograph
candidates-field-signed = Signature on the roll
candidates-field-moved-to = Moved to centre
candidates-field-moved-from = Came from centre
candidates-field-transfer-to = Transfer: to centre
candidates-field-transfer-reason = Transfer: reason
candidates-field-transfer-head-from = Transfer: consent of the head who releases
candidates-field-transfer-head-to = Transfer: consent of the head who receives
candidates-field-transfer-scde-from = Transfer: consent of the SCDE who releases
candidates-field-transfer-scde-to = Transfer: consent of the SCDE who receives
candidates-field-transfer-slip = Transfer: deposit slip
candidates-field-transfer-wanted = Transfer: another centre asks
candidates-field-notice = Word from KNEC
candidates-field-answer = Answer to KNEC
candidates-answer-accept = accepted: { $reason }
candidates-answer-object = objected: { $reason }
candidates-field-amendment-reason = Reason for the amendment
candidates-field-acknowledged = Warning that stands
candidates-short-number = No.
candidates-short-born = Born
candidates-short-citizen = Citizen
candidates-short-entry = Entry
candidates-short-year = Sat
candidates-hint-candidate-no = Given by itself when left empty

candidates-choice-gender-f = F · Female
candidates-choice-gender-m = M · Male
candidates-choice-citizenship-c = C · Kenyan citizen
candidates-choice-citizenship-n = N · Not a citizen
candidates-choice-entry-1 = 1 · First attempt
candidates-choice-entry-2 = 2 · Repeats the whole examination
candidates-choice-entry-3 = 3 · Repeats some subjects
candidates-choice-qualification-foreign = FOREIGN · from another country

candidates-need-blind = Blind
candidates-need-low-vision = Low vision
candidates-need-hearing = Hearing impaired
candidates-need-physical = Physical disability
candidates-need-mental = Mental disability
candidates-papers = Papers received
candidates-paper-medical-report = Medical report
candidates-paper-full-photograph = Full-size photograph
candidates-paper-earc-report = EARC officer’s report
candidates-paper-help-needed = Head’s report on help needed
candidates-paper-help-given = Head’s report on help given before

# Subjects and fee
candidates-subjects-type = Code or name
candidates-subjects-chosen = { $count ->
    [one] 1 subject entered
   *[other] { $count } subjects entered
}
candidates-subjects-remove = Remove { $subject }
candidates-slots = Slots of the pathway
candidates-slots-room = { $entered } entered, room for { $room } more
candidates-slots-misfits = No place in this pathway: { $subjects }
candidates-slot-missing = { $count } missing
candidates-slot-add = Add { $subject }
candidates-slot-english = English
candidates-slot-kiswahili = Kiswahili
candidates-slot-mathematics = Mathematics
candidates-slot-sciences = Sciences
candidates-slot-humanity = Humanity
candidates-slot-general-science = General Science
candidates-slot-blind-biology = Biology for the Blind
candidates-slot-rest = Further subjects
candidates-pathway-a = Pathway A
candidates-pathway-b = Pathway B: Mathematics B with General Science
candidates-pathway-blind = Pathway of blind candidates
candidates-sets = Subject sets
candidates-sets-keep = Keep these subjects as a set
candidates-sets-keep-it = Keep
candidates-sets-drop = Forget the set { $name }
candidates-sets-name = Name of the set
candidates-sets-hint = For example “Form 4 East”
candidates-fee = Fee
candidates-fee-state = paid by the state
candidates-fee-candidate = paid by the candidate
candidates-fee-basic = Basic fee
candidates-fee-subjects = { $count ->
    [one] 1 subject
   *[other] { $count } subjects
}
candidates-fee-total = Together
candidates-component-project = project
candidates-component-practical = practical
candidates-component-oral = oral

# Bulk work
candidates-bulk = Change many
candidates-bulk-nobody = Nobody is shown who could be changed.
candidates-bulk-title = { $count ->
    [one] Change 1 candidate
   *[other] Change { $count } candidates
}
candidates-bulk-field = Field
candidates-bulk-how = What to do
candidates-bulk-add = Add to what is there
candidates-bulk-remove = Take from what is there
candidates-bulk-set = Put in place of what is there
candidates-bulk-value = Value
candidates-bulk-would = { $count } of { $of } would be other than they are.
candidates-bulk-apply = { $count ->
    [one] Change 1 candidate
   *[other] Change { $count } candidates
}
candidates-bulk-done = { $count ->
    [one] 1 candidate changed. Ctrl+Z takes it back.
   *[other] { $count } candidates changed. Ctrl+Z takes it back.
}
candidates-what-changes = What changes
candidates-errors-after = Errors
candidates-from-to = { $from } → { $to }

# Paste
candidates-paste-title = { $count ->
    [one] Paste 1 row
   *[other] Paste { $count } rows
}
candidates-paste-would = { $entered } new, { $changed } changed, { $refused } cannot be read.
candidates-paste-headings = By the headings in the block:
candidates-paste-place = By the place pasted at:
candidates-paste-left-out = left out
candidates-paste-rows = Rows of the block
candidates-paste-row = Row
candidates-paste-new = new
candidates-paste-same = as it is
candidates-paste-apply = { $count ->
    [one] Take in 1 row
   *[other] Take in { $count } rows
}
candidates-pasted = { $count ->
    [one] 1 candidate taken in. Ctrl+Z takes it back.
   *[other] { $count } candidates taken in. Ctrl+Z takes it back.
}
candidates-refused-error-value = { $cell }, { $column }: { $shown } stands in place of a value. Correct the formula or type the value.
candidates-refused-digits-lost = { $cell }, { $column }: { $shown } has lost its last digits. Format the column as text and type the number again.
candidates-refused-too-narrow = { $cell }, { $column }: the column was too narrow to show the number. Widen it and copy again.
candidates-skipped-total = a line of totals
candidates-skipped-signature = signatures
candidates-skipped-repeated-headings = the headings again
candidates-skipped-no-entry = no candidate

# History
candidates-history-of = History of { $name }
candidates-history-merged = from KNEC
candidates-history-picture = a picture
candidates-kind-enter = Entered
candidates-kind-change = Changed
candidates-kind-bulk = Change of many
candidates-kind-import = Taken in from a spreadsheet
candidates-kind-withdraw = Withdrawn
candidates-kind-reinstate = Taken back into the roll
candidates-kind-photograph = Photograph
candidates-kind-paper = Special needs paper
candidates-kind-slip = Deposit slip
candidates-kind-centre = Details of the centre
candidates-kind-acknowledge = Warning that stands
candidates-kind-undo = Undone
candidates-kind-redo = Done again
candidates-kind-sign = Signature on the roll
candidates-kind-resolve = Conflict decided
candidates-kind-depart = Left for another centre
candidates-kind-arrive = Came from another centre
candidates-kind-other = Something else
candidates-of-rule = Only those whom this concerns: { $what }
candidates-of-all = Show all
