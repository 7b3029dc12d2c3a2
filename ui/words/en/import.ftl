# The screen "import".
import-title = Import
import-lead = Candidates from any spreadsheet. Nothing is in the register before the last step.
import-steps = Steps of the import
import-step-choose = Choose
import-step-sheet = Sheet
import-step-columns = Columns
import-step-values = Values
import-step-rows = Rows
import-step-done = Done
import-next = Next
import-drop = Drop the spreadsheet here
import-drop-hint = Excel, LibreOffice or CSV, with whatever headings it has.
import-choose = Choose a spreadsheet…
import-spreadsheets = Spreadsheets
import-workbook = Excel workbook
import-no-list = No list yet? The blank template has every column, with drop-downs where only few values are possible.
import-template = Save the blank template…
import-template-name = candidates.xlsx
import-saved = Saved as { $path }
import-reading = Reading the sheet: { $rows } rows so far
import-judging = Checking every row
import-sheet-title = Which sheet holds the candidates?
import-sheet-headings = Headings of candidates were found
import-sheet-no-headings = No headings were recognised
import-sheet-empty = Empty
import-sheet-hidden = hidden in the workbook
import-headings-title = Which row holds the headings?
import-headings-text = No row of headings was recognised. Choose it; on the next page you say what each column holds.
import-headings-row = Row
import-headings-none = There are no headings: the first row is a candidate already
import-columns-title = What each column holds
import-columns-text = { $rows ->
    [one] One row below the headings. Put right what was taken wrongly; columns that nobody needs are left out.
   *[other] { $rows } rows below the headings. Put right what was taken wrongly; columns that nobody needs are left out.
}
import-remembered = A sheet with these headings came before: what was said then is filled in.
import-doubled = More than one column is said to hold: { $field }. The first of them counts.
import-column-heading = Column
import-column-samples = What stands there
import-column-role = Holds
import-column-sure = How sure
import-no-heading = (no heading)
import-holds = What { $heading } holds
import-role-ignored = (left out)
import-role-surname = Surname
import-role-other-names = Other names
import-role-middle-name = Middle name
import-role-subject = { $code } { $name }
import-sure-none = not recognised
import-sure-likely = probably
import-sure-synonym = recognised
import-sure-exact = certain
import-sure-given = you said so
import-values-title = What the values mean
import-values-unknown = { $count ->
    [one] One value is not known. Say what it means; it is remembered for sheets with these headings.
   *[other] { $count } values are not known. Say what they mean; it is remembered for sheets with these headings.
}
import-values-known = Every value is known.
import-recognised = { $count ->
    [one] { $field }: one value recognised
   *[other] { $field }: { $count } values recognised
}
import-times = { $count ->
    [one] once
   *[other] { $count } times
}
import-means = What { $value } means
import-value-as-is = Leave it as it is
import-value-empty = (nothing)
import-value-leave-empty = Leave it empty
import-mark-taken = Takes the subject
import-mark-not = Does not take it
import-rows-title = { $count ->
    [one] One row
   *[other] { $count } rows
}
import-row = Row
import-row-name = Row { $row }
import-fate = Becomes
import-fate-new = New
import-fate-update = Update
import-fate-elsewhere = Centre
import-fate-refused = Unreadable
import-fate-skipped = Skipped
import-fate-taken-in = Taken in
import-skip-total = total
import-skip-signature = signature
import-skip-headings = headings
import-skip-nothing = nothing in it
import-show = Show
import-show-all = All ({ $count })
import-show-errors = Errors only ({ $count })
import-show-warnings = Warnings ({ $count })
import-show-new = New ({ $count })
import-show-update = Updates ({ $count })
import-show-elsewhere = Of other centres ({ $count })
import-show-skipped = Skipped ({ $count })
import-errors = { $count ->
    [one] 1 with errors
   *[other] { $count } with errors
}
import-warnings = { $count ->
    [one] 1 with warnings
   *[other] { $count } with warnings
}
import-no-errors = No errors
import-see-finding = See below the table
import-nothing-here = No rows of this kind.
import-is-about = Is about { $who }, who is in the register already.
import-is-elsewhere = Belongs into the register of centre { $centre }; it stays out here.
import-nothing-wrong = Nothing is wrong with it.
import-refusal-error-value = { $cell }: { $field } shows the error { $shown } in place of a value. Type the value here.
import-refusal-digits-lost = { $cell }: { $field } was stored as { $shown }, which has lost its last digits. Type the whole number here.
import-refusal-too-narrow = { $cell }: { $field } holds only # signs, left by a column too narrow. Type the value here.
import-save-errors = Save the error workbook…
import-errors-name = errors.xlsx
import-apply = Take in…
import-apply-title = Take candidates into the register
import-take-in = { $count ->
    [one] Take in 1 row
   *[other] Take in { $count } rows
}
import-which = Which rows?
import-which-clean = Those without errors ({ $count })
import-which-clean-hint = The others stay out; the error workbook holds them, and imports again when they are put right.
import-which-all = All that can be read ({ $count })
import-which-all-hint = Errors are put right later, among the candidates.
import-done-title = Taken in
import-done = { $entered ->
    [0] Nobody new.
    [one] One candidate entered.
   *[other] { $entered } candidates entered.
} { $updated ->
    [0] { "" }
    [one] One brought up to date.
   *[other] { $updated } brought up to date.
}
import-left = { $count ->
    [one] One row stayed out.
   *[other] { $count } rows stayed out.
}
import-left-text = Save them as a workbook: what is wrong stands beside each row. Put it right there and import that file.
import-to-candidates = To the candidates
import-another = Another spreadsheet
import-undo = Take it all back
import-undone = The import is taken back.
