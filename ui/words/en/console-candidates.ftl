# The search for candidates in the council's console, and one candidate's page.
console-candidates-text = Name or number
console-candidates-text-hint = Parts of a name in any order, an index number, or the number of a certificate
console-candidates-county = County
console-candidates-all-counties = All counties
console-candidates-search = Search
console-candidates-results = Candidates found
console-candidates-found = { $count ->
    [0] Nobody was found ({ $ms } ms).
    [one] One candidate ({ $ms } ms).
   *[other] { $count } candidates ({ $ms } ms).
}
console-candidates-more = The first { $count } of more ({ $ms } ms): add to the name or choose a county.
console-candidates-alike = Nobody is called so. { $count ->
    [one] One name resembles it
   *[other] { $count } names resemble it
} ({ $ms } ms).
console-candidates-none = Nobody fits
console-candidates-none-text = Try fewer parts of the name, another year or all counties.
console-candidates-index = Index number
console-candidates-born = Born
console-candidates-marks = Noted
console-candidates-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
console-candidates-conflict = conflict
console-candidates-held = waits
console-candidates-key-search = To the search
console-candidates-key-list = From the search to the list
console-candidates-key-back = Back
console-candidates-back = Back
console-candidates-elsewhere = { $state }:
console-candidates-findings = Findings
console-candidates-cases = Cases
console-candidates-case-open = waiting
console-candidates-case-decided = decided
console-candidates-case-gone = took care of itself
console-candidates-history = History
console-candidates-waits = Waits for somebody
console-candidates-conflict-text = two values at once
console-candidates-held-late = entered after closing
console-candidates-held-unsigned = amended after closing without a reason
console-candidates-held-countersign = a second person is asked
console-candidates-held-base = what it builds on has not come yet
console-candidates-held-departed = the candidate had left for another centre
console-candidates-notices = Told to the centre
