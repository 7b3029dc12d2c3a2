# What stands around every screen of the desk.
shell-name = Daftari
shell-title = { $area } · Daftari
shell-title-centre = { $area } · { $centre } · Daftari
shell-areas = Areas
shell-home = Home
shell-candidates = Candidates
shell-photographs = Photographs
shell-import = Import
shell-documents = Documents
shell-approval = Approval
shell-sync = Sync
shell-office = Office
shell-settings = Settings
shell-help = Help
shell-locked = Locked
shell-centre = { $code } · KCSE { $year }
shell-practice = PRACTICE
shell-search = Find a candidate
shell-search-keys = Ctrl F
shell-sync-here = On this computer
shell-sync-under-way = Syncing with KNEC…
shell-sync-waiting = { $count ->
    [0] Not asked KNEC yet
   *[other] { $count } to send to KNEC
}
shell-sync-offline = { $count ->
    [0] Offline
   *[other] Offline, { $count } to send
}
shell-sync-refused = { $count } to send: look at Sync
shell-sync-at-knec = All at KNEC
shell-other-language = Kiswahili
    .label = Badilisha lugha iwe Kiswahili
shell-english = English
shell-swahili = Kiswahili
shell-theme = Colours: { $theme }
shell-theme-system = as the computer
shell-theme-light = light
shell-theme-dark = dark
shell-theme-contrast = high contrast
shell-at-work = At work:
shell-go = Go to { $area }
shell-help-drawer = From the manual
shell-key-commands = All commands
shell-key-search = Find a candidate
shell-key-help = The paragraph behind this field
shell-key-problem = Next problem
shell-key-undo = Undo
shell-key-redo = Do again
shell-key-window = Another window on this register
shell-key-keys = Show the keys
shell-do-roll = Nominal roll
shell-do-proforma = Fee proforma
shell-do-declaration = Declaration
shell-do-approve = Approve the roll
shell-do-slips = Deposit slips
shell-do-sheet = Sheet of all photographs
shell-do-sync = Sync with KNEC
shell-do-receipts = KNEC’s receipts
shell-do-stick = Send by USB stick
shell-do-centre = The centre’s details
shell-do-people = People and passwords
shell-do-back-up = Back up, bring back a copy
shell-do-support = Update, support bundle
shell-do-lock = Lock now
