# What a finding says. One message a rule, named by the rule's id with `-` for `.`:
# the value says what is wrong, `.why` why it matters, `.action` what to do.
# Only the value takes arguments, and only those its rule gives: $subjects (codes), $count (of them), $given, $limit.
# No selectors: the commonest of these are filled in tens of thousands of times in a national file.

## Name and person

name-missing = No name is entered.
    .why = KNEC finds the candidate by the name on the qualifying certificate.
    .action = Enter the name in full, exactly as on that certificate.
name-characters = The name holds a digit or a sign that no name has.
    .why = The name here is printed on the KCSE certificate and must be the one on the qualifying certificate.
    .action = Keep letters, spaces, apostrophes, hyphens and full stops only.
name-single = The name has one word only.
    .why = Most certificates bear two or three names, and a changed name needs a Kenya Gazette notice.
    .action = Compare it with the qualifying certificate; add the other names, or confirm that there are none.
gender-invalid = The gender is neither M nor F.
    .why = A wrong gender is among the commonest corrections after closing, and those may cost a penalty.
    .action = Enter M for male or F for female.
birth-year-invalid = The year of birth is not a year of four digits before { $limit }.
    .why = The year of birth helps to tell candidates of the same name apart.
    .action = Enter the year as on the birth certificate, for example 2008.
birth-year-implausible = The year of birth makes an age of { $given } in { $limit }.
    .why = KCSE has no age limit, but such an age is most often a slip of the keyboard.
    .action = Check the birth certificate; correct the year, or confirm it with a reason.
birth-certificate-missing = A citizen needs the number of the birth certificate.
    .why = KNEC tells candidates apart by the entry number of their birth certificates.
    .action = Enter the entry number printed on the certificate. No copy is sent to KNEC.
birth-certificate-placeholder = This does not look like the number of a birth certificate.
    .why = Registrations with invented numbers, such as rows of zeros, have been cancelled.
    .action = Enter the entry number as printed: 4 to 12 digits, capital letters, / or -, with at least four digits.
birth-certificate-repeated = Another candidate bears the same birth certificate number.
    .why = One person entered twice is an examination irregularity, and the results are cancelled.
    .action = Compare both certificates; correct the wrong number, or withdraw the double entry.
citizenship-invalid = The citizenship is neither C nor N.
    .why = It decides who pays the examination fee.
    .action = Enter C for a Kenyan citizen or N for a non-citizen.
entry-code-invalid = The entry code is not 1, 2 or 3.
    .why = The code decides the fee, the index number and the rules on subjects.
    .action = Enter 1 for a first attempt, 2 for repeating the whole examination, 3 for repeating some subjects.

## Index number

index-format = The candidate's number is not three digits.
    .why = An index number is the centre's eight digits and three of the candidate.
    .action = Enter three digits, as 007, or leave it empty to have one allocated.
index-range = The candidate's number is not between { $given } and { $limit }.
    .why = Partial repeaters have a range of numbers of their own, apart from all other candidates.
    .action = Give a number of the right range, or correct the entry code.
index-centre = The index number begins with the code of another centre.
    .why = The first eight digits of an index number are the centre where the candidate sits.
    .action = Correct the index number, or move the entry to the centre it belongs to.
index-duplicate = Another candidate of this centre has the same number.
    .why = Marks are recorded by index number, so each number stands for one candidate.
    .action = Give one of the two another free number.
index-exhausted = No free number is left in the range for this candidate.
    .why = Numbers come from a fixed range, and one that was given out is never used again.
    .action = Ask KNEC for a further centre code, or for a wider range by circular.

## Photograph

photo-missing = There is no photograph.
    .why = It is printed on the nominal roll and on the certificate; no certificate is issued without it.
    .action = Add a colour passport photograph.
photo-unreadable = The photograph cannot be opened.
    .why = A damaged file cannot be printed or uploaded.
    .action = Take or save the picture again and add it anew.
photo-size = The photograph is not 300 by 300 pixels.
    .why = KNEC takes that size only.
    .action = Add the original picture again; Daftari crops and resizes it.
photo-colour = The photograph has no colours.
    .why = KNEC asks for colour photographs.
    .action = Add a colour picture of the candidate.
photo-repeated = The same photograph stands for another candidate.
    .why = A candidate under the face of another counts as impersonation.
    .action = Find whose picture it is and add the right one for the other.

## Primary certificate

qualification-missing = No qualifying certificate is given.
    .why = A first attempt needs KCPE or a certificate accepted in its place.
    .action = Choose KCPE, CPE, KCE, EACE or FOREIGN.
qualification-index-missing = The index number or the year of the qualifying certificate is missing.
    .why = KNEC fetches the candidate's earlier details by index number and year.
    .action = Copy both from the certificate.
qualification-index-format = The KCPE index number does not have the right digits.
    .why = A KCPE index number has 11 digits, or 9 for 2011 and earlier; any other is not found.
    .action = Copy it again from the certificate; put back a zero lost at the front.
qualification-index-repeated = Another candidate has the same certificate, index number and year.
    .why = One person entered twice is an examination irregularity, and the results are cancelled.
    .action = Compare both certificates; correct the wrong one, or withdraw the double entry.
qualification-year-impossible = The certificate cannot be of this year.
    .why = Either that examination was not held in the year, or the year is not yet over.
    .action = Check the year and the kind of certificate.
qualification-too-recent = The qualifying certificate is of { $given }; it may be of { $limit } at the latest.
    .why = Three whole years of secondary school lie between the certificate and KCSE.
    .action = Check the year on the certificate; if it is right, the candidate waits for a later KCSE.
qualification-foreign-equation = A foreign certificate needs KNEC's equation letter of { $limit } or earlier.
    .why = KNEC must have equated the certificate a year before registration.
    .action = Enter the year of the letter, or apply to KNEC for the equation.
qualification-foreign-qualifying-test = Years of primary school: { $given }. A pass of the Qualifying Test in { $limit } or earlier is needed.
    .why = Holders of a foreign certificate with less than eight years of primary school sit the test first.
    .action = Enter the year of the pass, or enter the candidate for the test this year.
qualification-foreign-primary-years = The years of primary school abroad are not given.
    .why = They decide whether the Qualifying Test is needed.
    .action = Enter the number of years.
qualification-foreign-particulars = The country or the passport number is missing.
    .why = Holders of foreign certificates are listed for KNEC on a separate sheet with both.
    .action = Enter the country of the examination and the passport number.
qualification-cpe-qualifying-test = A CPE holder needs a pass of the Qualifying Test in { $limit } or earlier.
    .why = CPE alone does not admit to KCSE.
    .action = Enter the year of the pass, or enter the candidate for the test this year.
identity-missing = No document of identity is given.
    .why = Private candidates and CPE holders must show who they are.
    .action = Enter an identity card, passport or alien card number; or both the birth certificate number and the waiting card.

## Repeaters

repeat-previous-missing = The last KCSE index number, year or subjects are missing.
    .why = A repeater may take only subjects of the last attempt, so that attempt must be known.
    .action = Copy all three from the last result slip or certificate.
repeat-previous-year = The last KCSE year is not before { $limit }.
    .why = Only an examination already sat can be repeated.
    .action = Check the year on the last result slip.
repeat-first-attempt = The entry code says first attempt, but an earlier KCSE is given.
    .why = First attempts and repeaters differ in fee and in who pays it.
    .action = Use code 2 or 3 for a repeater; or clear the earlier attempt if there was none.
repeat-new-subject = Not in the last attempt: { $subjects }.
    .why = A repeater may not take up new subjects.
    .action = Remove them, or correct the subjects of the last attempt from the result slip.
repeat-too-few = Subjects entered: { $given }. Repeating the whole examination takes at least { $limit }.
    .why = Code 2 is for the whole examination; with fewer subjects the grades show on a result slip only.
    .action = Add subjects of the last attempt, or use code 3.
repeat-too-many = Subjects entered: { $given }. A partial repeater takes at most { $limit }.
    .why = From seven subjects on it is the whole examination.
    .action = Remove subjects, or use code 2.
repeat-none = No subject is entered to repeat.
    .why = A partial repeater takes at least one subject.
    .action = Enter the subjects to repeat.
repeat-old-attempt = The last attempt was { $given } years ago, more than { $limit }.
    .why = The manual asks for a recent attempt, while KNEC's published answers allow any year.
    .action = Make sure that the proof of the earlier attempt is at hand, and confirm with a reason.

## Subjects

subjects-unknown = A subject code is not offered in this examination.
    .why = KNEC cannot prepare papers for a code it does not have.
    .action = Compare the codes with the list of subjects and correct them.
subjects-duplicate = A subject code is entered twice.
    .why = It counts once; perhaps another subject was meant.
    .action = Remove the second, or enter the subject that was meant.
subjects-too-few = Subjects entered: { $given }. At least { $limit } are needed.
    .why = With fewer, no KCSE certificate is awarded.
    .action = Add subjects until the pathway is complete.
subjects-too-many = Subjects entered: { $given }. At most { $limit } may be.
    .why = KNEC takes no further subjects.
    .action = Remove optional subjects.
subjects-compulsory = Compulsory subject missing: { $subjects }.
    .why = English, Kiswahili and one Mathematics are compulsory; with impaired hearing, Kenyan Sign Language may stand for Kiswahili.
    .action = Add it.
subjects-mathematics-choice = Both Mathematics A (121) and B (122) are entered.
    .why = A candidate takes one of the two.
    .action = Keep 121, or 122 with General Science (237).
subjects-religious-choice = More than one religious education: { $subjects }.
    .why = A candidate takes only one of 313, 314 and 315.
    .action = Keep one.
subjects-sciences = Fewer than two of Biology (231), Physics (232) and Chemistry (233).
    .why = With Mathematics A, two sciences are needed for the certificate.
    .action = Add a science.
subjects-general-science = Mathematics B (122) and General Science (237) go together, but only one is entered.
    .why = They form one option, and neither fits any other combination.
    .action = Add the other; or take Mathematics A (121) and two sciences instead.
subjects-option-b-extras = These sciences may not stand beside General Science: { $subjects }.
    .why = With Mathematics B the further subjects come from groups III, IV and V.
    .action = Replace them with subjects of those groups.
subjects-option-b-clearance = The centre has no clearance letter for Mathematics B with General Science.
    .why = The Ministry's quality assurance office must have cleared the school, and a copy goes with the return.
    .action = Record the letter in the centre's details, or ask the Ministry for it.
subjects-humanity = No subject of group III (311 to 315).
    .why = History, Geography or a religious education is needed for the certificate.
    .action = Add one of them.
subjects-blind-only = Biology for the Blind (236) is entered, but blindness is not declared.
    .why = That paper is for blind candidates only.
    .action = Declare the special need, or enter Biology (231).
subjects-blind-biology = Biology for the Blind (236) is missing.
    .why = It is the science of a blind candidate's pathway.
    .action = Add 236.
subjects-blind-excluded = Not open to blind candidates: { $subjects }.
    .why = They choose from groups III and V, with Home Science (441) alone of group IV.
    .action = Replace with subjects of those groups.
subjects-sign-language = Kenyan Sign Language (504) is entered without Kiswahili (102).
    .why = Only with impaired hearing may it stand in the place of Kiswahili; for others it is an option beside it.
    .action = Add 102, or declare the special need.
subjects-not-offered = Not among the subjects that the centre offers: { $subjects }.
    .why = Candidates may be entered only for what their school teaches.
    .action = Correct the subjects, or the centre's list.

## Special needs

special-needs-unknown = A category of special needs is not known.
    .why = KNEC prepares papers and help by category.
    .action = Use BLIND, LOW_VISION, HEARING, PHYSICAL or MENTAL.
special-needs-evidence = Papers for the declared special need are missing.
    .why = KNEC helps only where the papers show the need.
    .action = Add the medical report, the EARC report and the head's two reports; for a physical need also a full-size colour photograph.

## Centre

centre-too-few = Candidates of the centre: { $given }. The least is { $limit }.
    .why = A smaller centre is hosted by another, prisons and special schools excepted.
    .action = Agree on a host centre with the Sub-County Director of Education.
centre-code = The centre code does not look right.
    .why = It has eight digits: county, sub-county and school. The third digit shows the old province.
    .action = Compare it with KNEC's letter.
centre-full = The centre has no free candidate numbers left.
    .why = The range of numbers is fixed, and none is used twice.
    .action = Ask KNEC for a further centre code, or for a wider range.
roll-unsigned = The nominal roll is not signed.
    .why = No candidate is duly registered before the roll is signed.
    .action = Print the roll, let every candidate check and sign, sign and stamp it, and record that here.
fees-unpaid = No deposit slip is recorded for the fees that candidates owe.
    .why = Repeaters, private candidates and non-citizens pay for themselves.
    .action = Pay the proforma's total into one of KNEC's accounts and record the slip.
fees-mismatch = The slips come to { $given } shillings, the proforma to { $limit }.
    .why = The proforma's total is paid exactly, in one remittance.
    .action = Check the slips and the entries; pay what is missing.
bank-unknown = A slip names a bank that holds no KNEC fee account.
    .why = Money paid elsewhere does not reach KNEC.
    .action = Check the bank's name, or pay at a listed bank.
window-closed = Registration is closed.
    .why = There is no late registration; an amendment now carries a penalty, and KNEC may refuse it.
    .action = Ask for an amendment through the Sub-County Director of Education.
return-incomplete = Documents of the return are missing.
    .why = Candidates are registered only when all documents have reached KNEC in time.
    .action = Complete the roll, the declaration, the special-needs forms, the nil returns and the deposit slips.

## Fixes offered; their one argument is $value

fix-write = Write it as { $value }
fix-leading-zeros = Put back the zeros lost at the front: { $value }
fix-subjects-once = Keep each code once: { $value }
