# The first page.
home-title = Home
home-lead = What is left before this centre’s candidates are duly registered for KCSE { $year }
home-candidates = { $count ->
    [one] candidate on the roll
   *[other] candidates on the roll
}
home-ready = { $count ->
    [one] entry with nothing left to do
   *[other] entries with nothing left to do
}
home-duly = { $count ->
    [one] duly registered
   *[other] duly registered
}
home-approved = Approved
home-approved-by = by { $name } on { DAY($when) }
home-changed = Changed since approval
home-changed-since = The roll was approved on { DAY($when) }; something changed after that. It has to be approved again.
home-draft = Draft
home-to-approval = Not approved yet: documents say DRAFT
home-left = What is left
home-nobody = Nobody is on the roll yet
home-nobody-text = Type the candidates in, or bring a spreadsheet that you have.
home-enter = Enter candidates
home-import = Import a spreadsheet
home-nothing-left = Nothing is left to do.
home-concerns = { $count ->
    [one] 1 candidate:
   *[other] { $count } candidates:
}
home-and-more = and { $count } more
home-more = Show { $count } more
home-fewer = Show fewer
home-days = Days left
home-opens = Registration opens on { DAY($day) }
home-closes = Registration closes on { DAY($day) }
home-transfers = Transfers can be asked for until { DAY($day) }
home-today = Today
home-days-left = { $count ->
    [one] 1 day left
   *[other] { $count } days left
}
home-days-past = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
home-council-said = as the council said in the last sync
home-no-days = The dates of this year’s window are not announced yet; they come with the council’s circular.
home-conditions = Duly registered
home-condition-requirements = Entry requirements
home-condition-details = Details and subjects
home-condition-photograph = Photograph
home-condition-roll = Roll signed
home-condition-fees = Fees paid
home-condition-documents = Documents handed in
home-met = { $met } of { $all }
home-fees = Fees
home-fees-state = The state pays
home-fees-owed = Candidates owe
home-fees-paid = Deposit slips on record
home-clock = This computer’s clock looks wrong: it says { DAY($now) }, { CLOCK($now) }.
home-clock-before-program = This version of Daftari was made after that day.
home-clock-before-register = The register has an entry of { DAY($against) }, { CLOCK($against) }.
home-clock-before-council = The council’s clock said { DAY($against) }, { CLOCK($against) } at the last contact.
home-clock-after-examination = The examination was more than a year before.
home-clock-do = Set the date and time in the computer’s settings: history and documents bear them. Nothing is lost if you do not.
