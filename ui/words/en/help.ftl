# The manual in our own words.
help-title = Help
help-lead = The registration manual in our own words, with what Daftari checks. F1 in any field opens its paragraph.
help-search = Search the manual
help-search-hint = Words, a paragraph as 2.8.2, or a rule as subjects.sciences
help-found = { $count ->
    [one] 1 paragraph
   *[other] { $count } paragraphs
}
help-section = { $section ->
    [faq] Questions and answers
   *[other] Section { $section }
}
help-checked = Checked here
help-not-for-software = This, or a part of it, is done outside of Daftari.
help-nothing = Nothing found. Try fewer words, or a paragraph’s number.
help-all = The whole manual
