# What comes from KNEC to be read and answered: on Home, on Sync and beside a candidate.
news-title = From KNEC
news-none = Nothing from KNEC yet
news-none-why = Decisions, returned entries, announcements and circulars come in with a sync.
news-new = New
news-new-count = { $count ->
    [one] 1 new
   *[other] { $count } new
}
news-all = All from KNEC
news-read-all = Mark all as read
news-read-done = All is marked as read.
news-decisions = Decisions and returned entries
news-announcements = Announcements
news-announcement-by = { $by }, { DAY($when) }; shown until { DAY($until) }
news-announcement-past = { $by }, { DAY($when) }; it was shown until { DAY($until) }
news-circulars = Circulars
news-circulars-new = { $count ->
    [one] A new circular came: see what it changes
   *[other] { $count } new circulars came: see what they change
}
news-by = { $by }, { DAY($when) }, { CLOCK($when) }
news-by-knec = KNEC, { DAY($when) }, { CLOCK($when) }
news-centre = The centre
news-slip = A deposit slip

news-queue-duplicate = Registered twice?
news-queue-conflict = Conflict
news-queue-late = Late entry
news-queue-amendment = Amendment
news-queue-returned = Returned
news-queue-transfer = Transfer
news-queue-kcpe = KCPE result
news-queue-fork = Copied register
news-queue-centre = Centre
news-queue-other = Decision
news-decision-ask = KNEC asks you to look at it
news-decision-same = One person was entered twice
news-decision-same-kept = One person was entered twice; this entry is kept
news-decision-same-other = One person was entered twice, and { $kept } is kept: withdraw this entry
news-decision-different = Two different people: nothing to do
news-decision-admit = Admitted
news-decision-leave = Not admitted
news-decision-stand = It stands
news-decision-refuse = Refused
news-decision-choose = A value was chosen
news-decision-seen = Seen
news-decision-move = Moved
news-decision-differs = The entry differs from the KCPE result
news-decision-send-back = Sent back: put it right
news-decision-accept = Accepted
news-decision-answered = Answered, and settled
news-decision-undone = KNEC took its decision back

news-differences = What differs from the KCPE result
news-difference-entered = As entered
news-difference-result = In the result
news-field-name = Name
news-field-gender = Gender
news-field-year-of-birth = Year of birth
news-withdraw = Withdraw…
news-withdraw-because = Entered twice: { $kept } is kept
news-accept = Accept the result
news-object = Object…
news-look-done = It is put right…
news-look-right = It is right as it is…
news-accept-title = Write what the result has?
news-accept-text = The entry of { $who } is changed to what the result has. One undo takes it back.
news-object-title = Object to the result
news-object-text = The entry of { $who } stays as it is. KNEC reads your reason and decides.
news-done-title = Tell KNEC that it is put right
news-right-title = Tell KNEC that it is right as it is
news-answer-reason = Why
news-answer-reason-hint = As in “as on the birth certificate”; a change of a name asks for a Gazette notice (2.3.19)
news-answer-reason-missing = Say why: KNEC reads it.
news-answer-send = Answer
news-answered = Answered. It goes to KNEC with the next sync.
news-answered-accepts = { $by } accepted: { $reason }
news-answered-objects = { $by } objected: { $reason }
news-head-only = The head of the centre answers. Whoever is head here signs in under Settings.
news-transfers-waiting = { $count ->
    [one] A transfer waits for your consent
   *[other] { $count } transfers wait for your consent
}
