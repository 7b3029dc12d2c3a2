# The screen "sync": how this computer stands with KNEC, and the exchange with it.
sync-title = Sync
sync-lead = What is on this computer goes to KNEC in small parts, whenever there is a network or somebody with a USB stick.
sync-parts = Parts of this screen
sync-tab-now = Now
sync-tab-receipts = Receipts
sync-tab-stick = USB stick
sync-tab-decide = To decide

# Enrolment
sync-enrol-title = Make this computer known to KNEC
sync-enrol-why = You can work without it for as long as you like. Only to send, the computer needs a code: ask KNEC or the sub-county’s office for one. It holds once.
sync-enrol-url = KNEC’s address
sync-enrol-url-hint = It stands beside the code, and begins with https://
sync-enrol-code = Code
sync-enrol-code-hint = 20 letters and digits, as in 7K3QM-0D9ZT-4XW2H-8BVRN
sync-enrol-name = Name of this computer
sync-enrol-name-hint = So that KNEC can tell your computers apart: “Clerk’s laptop”
sync-enrol-anew = Forget the KNEC that this computer knew before
sync-enrol-do = Enrol
sync-enrol-asking = Asking KNEC
sync-enrol-done = This computer is known to KNEC now.
sync-enrol-missing = Fill in all three fields.
sync-enrolled-as = Enrolled as “{ $name }” at { $url }
sync-enrolled-key = KNEC’s key, to compare by telephone: { $key }
sync-role-clerk = clerk
sync-role-head = head of the centre
sync-role-scde = sub-county office
sync-role = As { $role }

# How things stand
sync-here = On this computer only
sync-at-knec = At KNEC
sync-committed = Not at KNEC yet, but in time
sync-committed-why = KNEC keeps a signed promise of these changes from before closing.
sync-changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
sync-photographs = { $count ->
    [one] 1 photograph
   *[other] { $count } photographs
}
sync-candidates = { $count ->
    [one] of 1 candidate
   *[other] of { $count } candidates
}
sync-nothing = nothing
sync-with-receipt = each covered by KNEC’s signed receipt
sync-contact = Last contact { DAY($when) }, { CLOCK($when) }
sync-contact-never = KNEC has not been asked yet
sync-closes = Registration closes { DAY($when) }
sync-to-fetch = { $count ->
    [one] 1 photograph of another computer is still to come
   *[other] { $count } photographs of other computers are still to come
}
sync-set-aside = { $count ->
    [one] 1 change was written again after this register had been restored
   *[other] { $count } changes were written again after this register had been restored
}

# The exchange
sync-do = Sync now
sync-with-pictures = Photographs too
sync-with-pictures-hint = Text always goes first. Photographs can wait for a network that costs less.
sync-cost = This will use about { SIZE($bytes) }.
sync-cost-changes-only = Photographs would need another { SIZE($bytes) }.
sync-cost-nothing = Nothing waits to be sent; asking for news uses about { SIZE($bytes) }.
sync-step-connecting = Asking KNEC
sync-step-text = Sending text
sync-step-news = Taking in news
sync-step-photographs = Sending photographs
sync-step-finishing = Finishing
sync-bytes = { SIZE($done) } of { SIZE($total) }
sync-cancel-safe = You may stop at any time: what KNEC has confirmed stays there, and the next sync goes on from it.
sync-result-done = Everything is in step with KNEC.
sync-result-more = KNEC has confirmed what it took.
sync-result-offline = There is no network to KNEC just now.
sync-result-offline-why = Nothing is lost: go on working, and sync when there is a network, or use a USB stick.
sync-result-stopped = Stopped. What KNEC has confirmed stays there.
sync-result-refused = KNEC did not take it.
sync-result-unsafe = Nothing was sent: the connection is not safe.
sync-result-sent = { $count ->
    [one] 1 change is at KNEC now
   *[other] { $count } changes are at KNEC now
}
sync-result-taken = { $count ->
    [one] 1 change of others came in
   *[other] { $count } changes of others came in
}
sync-result-pictures = { $count ->
    [one] 1 photograph is at KNEC now
   *[other] { $count } photographs are at KNEC now
}
sync-result-fetched = { $count ->
    [one] 1 photograph came in
   *[other] { $count } photographs came in
}
sync-result-circulars = { $count ->
    [one] A new circular came in: see From KNEC
   *[other] { $count } new circulars came in: see From KNEC
}
sync-result-reopened = This register had been restored or copied. It goes on, and nothing was lost.
sync-result-rewound = KNEC had been restored from a backup; what it had lost was offered again.
sync-result-used = Used { SIZE($up) } up and { SIZE($down) } down
sync-troubles = Not as it should be
sync-refused-device-revoked = This computer was taken off KNEC’s list. Ask KNEC or the sub-county’s office.
sync-refused-device-unknown = KNEC does not know this computer any more. Ask for a new code and enrol again.
sync-refused-centre-foreign = This computer has no right to this centre. Ask the sub-county’s office for a code for it.
sync-refused-protocol = This program is too old for KNEC. Bring it up to date under Settings.
sync-refused-busy = KNEC has more than it can take just now. Try again in some minutes.
sync-refused-other = Try again later; if it stays so, tell KNEC what stands here.

# By itself
sync-auto = Sync by itself
sync-auto-off = No, only when I ask
sync-auto-text = Text only
sync-auto-text-hint = Whenever there is a network, in small parts: some kilobytes a day.
sync-auto-all = Text and photographs
sync-auto-all-hint = For a network that costs nothing, as at an office.

# SMS
sync-short = No network before closing?
sync-short-why = Send these letters by SMS to the number that KNEC gave out. They prove that you wrote everything so far in time; the entries themselves can follow later.
sync-short-show = Show the letters
sync-letters = Letters
sync-code-label = The same, to be scanned

# Receipts
sync-receipts-none = No receipt yet
sync-receipts-none-why = KNEC signs one for everything it takes.
sync-receipts-caption = Receipts from KNEC
sync-receipt-when = When
sync-receipt-what = What is at KNEC
sync-receipt-upto = Changes 1 to { $count }
sync-receipt-life = Copy
sync-receipt-letters = Letters
sync-receipt-open = Show
sync-receipt-open-of = Show the receipt of { DAY($when) }, { CLOCK($when) }
sync-receipt-title = Receipt
sync-receipt-from = The Kenya National Examinations Council confirms to
sync-receipt-centre = { $code } { $name }, KCSE { $year }
sync-receipt-holds = that it holds all changes to this register up to number { $count } (copy { $life }), received { DAY($when) } at { CLOCK($when) }, at place { $position } of its log.
sync-receipt-scan = The square holds the whole receipt with KNEC’s signature, so that anybody can check it without a network.
sync-receipt-print = Print
sync-receipt-save = Save as…
sync-receipt-saved = Saved: { $path }

# The stick
sync-stick-out = 1. Pack a bundle
sync-stick-out-why = Everything that KNEC has not confirmed, in one file that only KNEC can read. Anybody may carry it.
sync-stick-pack = Pack onto a stick
sync-stick-pack-title = Where to put the bundle
sync-stick-packed = Packed: { $changes ->
    [one] 1 change
   *[other] { $changes } changes
}, { $pictures ->
    [one] 1 photograph
   *[other] { $pictures } photographs
}, { SIZE($bytes) }
sync-stick-file = Bundles for KNEC
sync-stick-send = 2. Carry it to KNEC
sync-stick-send-why = On any computer with a network and Daftari that is enrolled: yours, a colleague’s, the sub-county’s.
sync-stick-send-do = Send a bundle
sync-stick-send-title = The bundle
sync-stick-sending = Sending the bundle
sync-stick-sent = Sent. KNEC’s reply lies beside it: { $path }. Bring it back to the computer that packed the bundle.
sync-stick-in = 3. Take in the reply
sync-stick-in-why = The reply holds KNEC’s receipts, and what others wrote about your centre.
sync-stick-in-do = Take in a reply
sync-stick-in-title = KNEC’s reply
sync-stick-reply = Replies from KNEC
sync-stick-arrived = { $received ->
    [0] The reply brought no new receipt
    [one] 1 change is confirmed by KNEC
   *[other] { $received } changes are confirmed by KNEC
}; { $taken ->
    [one] 1 change of others came in
   *[other] { $taken } changes of others came in
}.

# To decide
sync-decide-none = Nothing to decide
sync-decide-none-why = When two people write different things about one candidate, both stand here side by side.
sync-conflict-field = Two people wrote different values
sync-conflict-withdrawn = Changed by somebody who did not know that the candidate was withdrawn
sync-conflict-number = The number was issued to { $holder } already
sync-conflict-of = { $field } of { $who }
sync-conflict-centre = the centre
sync-conflict-slip = a deposit slip
sync-conflict-shown = Shown at present
sync-conflict-other = The other
sync-conflict-by = By { $actor }, { DAY($when) } { CLOCK($when) }
sync-conflict-by-here = By { $actor } on this computer, { DAY($when) } { CLOCK($when) }
sync-conflict-right = Which is right?
sync-conflict-another = Another value
sync-conflict-another-value = The right value
sync-conflict-reason = Why
sync-conflict-reason-hint = It is kept with the decision: “as on the KCPE certificate”
sync-conflict-reason-missing = Say why: the other person will read it.
sync-conflict-decide = Decide
sync-conflict-decided = Decided. It goes to KNEC with the next sync.
sync-held-title = Held back
sync-held-late = It came after closing. KNEC decides whether it still counts.
sync-held-no-right = The computer that wrote it has no right to this.
sync-held-invalid = It makes no sense to KNEC.
sync-held-unsigned = After closing a change needs a reason. Write it again with one.
sync-held-countersign = It changes who the candidate is. After closing a second person has to stand for it.
sync-held-base-missing = What it builds on is still on its way.
sync-held-departed = The candidate has moved to another centre.
sync-held-by = { $actor }, { DAY($when) } { CLOCK($when) }
sync-held-countersign-do = Stand for it
sync-held-countersign-sure = Stand for this change?
sync-held-countersign-why = You confirm that you have seen the candidate’s papers and that the change is right. Your name is kept with it.
sync-held-admit-do = Admit
sync-held-admit-sure = Admit this late entry?
sync-held-admit-why = It takes effect only if this computer has the right to admit.
sync-held-done = Done. It goes to KNEC with the next sync.

# From KNEC
sync-circular = Circular { $number } of { DAY($when) }
sync-circular-other-year = It is for KCSE { $year }; nothing changes here.
sync-circular-broken = It could not be applied: { $reason }
sync-circular-what = What
sync-circular-before = Before
sync-circular-now = Now
sync-circular-caption = What circular { $number } changes
sync-place-closes = Registration closes
sync-place-opens = Registration opens
sync-place-state-basic = Basic fee that the state pays
sync-place-state-subject = Subject fee that the state pays
sync-place-candidate-basic = Basic fee of those who pay themselves
sync-place-candidate-subject = Subject fee of those who pay themselves
sync-place-amendment = Fee for an amendment
sync-place-transfer = Fee for a transfer
