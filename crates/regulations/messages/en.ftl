# What a finding says. One message a rule, named by the rule's id with `-` for `.`:
# the value says what is wrong, `.why` why it matters, `.action` what to do.
# Arguments where the rule gives them: $subjects (codes), $count (of them), $given, $limit.

name-missing = No name is entered.
    .why = KNEC finds the candidate by the name on the qualifying certificate.
    .action = Enter the name in full, exactly as on that certificate.
