# The manual in our own words.
help-title = Help
help-lead = The registration manual in our own words, with what Daftari checks. F1 in any field opens its paragraph.
help-search = Search the manual
help-search-hint = Words, a paragraph as 2.8.2, or a rule as subjects.sciences
help-found = { $count ->
    [one] 1 paragraph
   *[other] { $count } paragraphs
}
help-section = { $topic ->
    [faq] Questions and answers
    [s2-1] { $section } Becoming a centre, staying one
    [s2-2] { $section } Where papers are kept and handed out
    [s2-3] { $section } Registering candidates
    [s2-4] { $section } Who may enter as a private candidate
    [s2-5] { $section } Repeating the examination
    [s2-6] { $section } Certificates of other countries
    [s2-7] { $section } Holders of the CPE
    [s2-8] { $section } Subjects and how they go together
    [s2-9] { $section } Photographs
    [s2-10] { $section } How private candidates register
    [s2-11] { $section } Transfers between centres
    [s2-12] { $section } Double registration
    [s2-13] { $section } Withdrawing from the examination
    [s2-14] { $section } Who pays, and what is not paid back
    [s2-15] { $section } Fees and the way they are paid
    [s2-16] { $section } Changes after closing
    [s2-17] { $section } Who does what
    [s2-18] { $section } Projects and their instructions
    [s2-19] { $section } Returning the papers of registration
    [s2-20] { $section } The Qualifying Test
   *[other] Section { $section }
}
help-checked = Checked here
help-not-for-software = This, or a part of it, is done outside of Daftari.
help-nothing = Nothing found. Try fewer words, or a paragraph’s number.
help-all = The whole manual
