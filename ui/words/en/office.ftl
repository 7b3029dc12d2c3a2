# The screen "office": a sub-county’s centres side by side.
office-title = Office
office-lead = Every register on this computer, one line a centre.
office-looking = Looking at the registers
office-none = No register on this computer yet
office-none-why = Make one, or take in a workbook that holds several centres.
office-caption = Centres
office-filter = Show
office-filter-all = All centres
office-filter-private = Private centres
office-filter-open = With something left to do
office-filter-papers = With papers missing
office-centre = Centre
office-name = Name
office-kind = Kind
office-kind-school = School
office-kind-private = Private
office-kind-prison = Prison
office-kind-special = Special
office-candidates = Candidates
office-ready = Ready
office-errors = Errors
office-photographs = No photograph
office-owed = Fees owed
office-paid = Slips
office-papers = Papers
office-papers-of = { $there } of { $asked }
office-approved = Approved
office-yes = yes
office-no = no
office-knec = KNEC
office-knec-all = all there
office-knec-here = { $count } here
office-knec-never = not asked
office-changed = Last change
office-open = Open
office-open-of = Open the register of { $name }
office-is-open = Open now
office-papers-do = Papers
office-papers-do-of = Papers of { $name }
office-total = Together
office-total-centres = { $count ->
    [one] 1 centre
   *[other] { $count } centres
}
office-hindered-locked = Open in another window or program
office-hindered-key = Its key is not on this computer
office-hindered-damaged = It does not open: put back a copy under Settings
office-hindered-other = It does not open

# Papers of the return (2.19.2)
office-papers-title = Papers of { $name }
office-papers-why = Note the day on which each came in.
office-paper-nominal-roll = Nominal roll, signed
office-paper-declaration = Declaration
office-paper-special-needs = Forms of special needs
office-paper-nil-return = Nil return
office-paper-deposit-slips = Deposit slips
office-paper-today = Today
office-paper-none = not yet
office-paper-clear = Not in after all
office-paper-clear-of = { $paper }: not in after all
office-paper-today-of = { $paper }: came in today
office-paper-noted = Noted.

# All in one go
office-sync = Sync all
office-syncing = Syncing { $name }
office-synced = { $count ->
    [one] 1 register is in step with KNEC.
   *[other] { $count } registers are in step with KNEC.
}
office-synced-offline = There is no network to KNEC just now. Nothing is lost.
office-synced-some = Not all went through
office-synced-refused = { $name }: KNEC did not take it ({ $reason })
office-synced-stopped = Stopped. What KNEC has confirmed stays there.
office-checklist = Checklist
office-checklist-title = Where to put the checklist
office-checklist-file = Documents
office-checklist-writing = Looking at the registers for the checklist
office-checklist-done = The checklist is at { $path }.

# A workbook of several centres
office-workbook = Import a workbook
office-workbook-choose = A workbook that holds several centres
office-workbook-file = Spreadsheets
office-workbook-title = Several centres from one workbook
office-workbook-reading = Reading the workbook
office-workbook-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
office-workbook-into = into its register
office-workbook-new = has no register yet
office-workbook-bad = is no centre’s code: these rows are left out
office-workbook-without = { $count ->
    [one] 1 row names no centre and is left out
   *[other] { $count } rows name no centre and are left out
}
office-workbook-make = Make a register for { $code }
office-workbook-errors = Write an error workbook for each centre beside it
office-workbook-do = Import
office-workbook-nothing = No centre of this workbook has a register here. Mark those for which one is to be made.
office-workbook-done = { $code }: { $new } entered, { $updated } brought up to date
office-workbook-done-errors = some have errors
office-workbook-done-problem = { $code }: nothing was taken in. { $problem }
office-workbook-importing = Importing { $code }
office-workbook-year = KCSE year
office-actions = Actions
