# Why a case is one: the finders’ codes, and what two entries show side by side.
console-because-and-others = and { $count ->
    [one] one other
   *[other] { $count } others
}
console-because-written-twice = Two people wrote the field differently.
console-because-withdrawn-unseen = The candidate was changed by somebody who had not seen the withdrawal.
console-because-number-taken = The candidate’s number had been issued to another first.
console-because-two-as-one = Two computers wrote as one, or a copy was put back.
console-because-revoked = A computer that was revoked went on sending.
console-because-late = Entered after registration closed.
console-because-second-person = Who the candidate is was amended after closing: a second person is asked.
console-because-no-right = It came from somebody without the right to it, and had no effect.
console-because-invalid = It makes no sense as it came, and had no effect.
console-because-unsigned = An amendment after closing came without its reason, and had no effect.
console-because-departed = It was written of a candidate who had left for another centre.
console-because-asked = The centre that the candidate leaves asks for the transfer.
console-because-wanted = The centre that the candidate joins asks for the transfer.
console-because-both = Both centres ask for the transfer.
console-because-no-result = No KCPE result bears the number.
console-because-head-objects = The head objects.
console-because-same-picture =
    { $centres ->
        [one] The same picture stands for { $count } candidates.
       *[other] The same picture stands for { $count } candidates of { $centres } centres.
    }
console-because-missing = Missing: { $what }.
console-because-missing-centre = a register of the centre joined
console-because-after-limit = It was asked for after the last day of transfers.
console-because-result-differs = The KCPE result differs: { $field }.
console-because-few = The centre presents { $count ->
    [one] one candidate
   *[other] { $count } candidates
}; { $least } are the least.
console-because-deregistered = The centre was deregistered, and its register still holds { $count ->
    [one] one candidate
   *[other] { $count } candidates
}.
console-because-merged = The centre joined { $to }, and its register still holds { $count ->
    [one] one candidate
   *[other] { $count } candidates
}.
console-because-rising = { $field }: the numbers of { $count } candidates rise by one from line to line.
console-because-repeated = { $field }: { $count } candidates share numbers.
console-because-filler = { $field }: the digits of { $count } candidates only fill the cell.

console-because-of-certificate = Birth certificate
console-because-of-index = Primary index number
console-because-of-names = Names
console-because-of-gender = Gender
console-because-of-birth-year = Year of birth
console-because-of-subjects = Subjects
console-because-of-telephone = Telephone
console-because-of-document = Identity document
console-because-of-last = Last KCSE index number
console-because-of-needs = Special needs
console-because-of-standing = Entry code and citizenship
console-because-of-admission = Admission number

console-because-code-same = the same
console-because-code-of-many = the same, borne by many
console-because-code-of-few = the same, borne by a few
console-because-code-next = next to each other
console-because-code-transposed = two digits exchanged
console-because-code-one-digit = one digit off
console-because-code-one-missing = one digit missing
console-because-code-two-digits = two digits off
console-because-code-differs = differ
console-because-code-other-year = the same, another year
console-because-code-school = the same school
console-because-code-slip-other-year = one digit off, another year
console-because-code-school-digit = the same school, one digit off
console-because-code-differs-other-year = differ, another year
console-because-code-year-off = one year off
console-because-code-slip = one digit off, or two exchanged
console-because-code-years-off = two or three years off
console-because-code-neither = not given
console-because-code-one-given = given for one only
console-because-code-one-exchanged = one subject is another
console-because-code-two-exchanged = two subjects are others
console-because-code-mostly-other = mostly others
console-because-code-entry = the entry code differs
console-because-code-citizenship = the citizenship differs
console-because-code-other-county = Another county
console-because-code-same-county = The same county
console-because-code-same-sub-county = The same sub-county
console-because-code-same-centre = The same centre

console-because-name-same = { $count } the same
console-because-name-sounds = { $count } alike in sound
console-because-name-near = { $count } a letter off
console-because-name-stem = { $count } of one stem
console-because-name-initial = { $count } an initial
console-because-name-unlike = { $count } another
console-because-name-left-out = { $count } left out
console-because-name-order = in another order

console-because-otherwise-namesakes = namesakes
console-because-otherwise-partly = partly namesakes, or of one family
console-because-otherwise-certificate = another’s birth certificate by mistake
console-because-otherwise-index = another’s index number by mistake
console-because-otherwise-recurring = the same number in another year
console-because-otherwise-twins = twins
console-because-otherwise-schoolmates = of one primary school
console-because-otherwise-near = certificates near by chance
console-because-otherwise-strangers = strangers
