# Akaunti ya mwenyewe: vipindi, nenosiri, hatua ya pili.
console-account-lead = { $name }, { $role }, { $scope }
console-account-sessions = Ulikoingia
console-account-where = Kivinjari
console-account-since = Tangu
console-account-seen = Kilionekana mwisho
console-account-second = Hatua ya pili
console-account-no-second = hakuna
console-account-when = { DATETIME($when, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23") }
console-account-this = hiki
console-account-end = Maliza
console-account-end-of = Maliza kipindi cha { $agent }
console-account-ended = Kipindi cha { $agent } kimeisha.
console-account-password = Nenosiri
console-account-password-before = Nenosiri la sasa
console-account-password-new = Nenosiri jipya
console-account-missing = Hili linahitajika.
console-account-change = Badilisha nenosiri
console-account-password-changed = Nenosiri limebadilishwa. Vipindi vingine vyote vimeisha.
console-account-factors = Hatua ya pili
console-account-factors-text = Huulizwa baada ya nenosiri kila unapoingia: kitu ulicho nacho.
console-account-totp = Weka programu ya uthibitishaji
console-account-totp-anew = Weka kwenye simu nyingine
console-account-idle = Usipokuwepo
console-account-idle-text = { $minutes ->
    [one] Skrini hujifunga baada ya dakika 1 bila kazi.
   *[other] Skrini hujifunga baada ya dakika { $minutes } bila kazi.
} Nenosiri huifungua tena; hakuna kinachopotea.
console-account-expires = Kipindi hiki kinaisha { DAY($when) } saa { CLOCK($when) }.
console-account-lock = Funga sasa
console-account-factor = Jina
console-account-factor-kind = Aina
console-account-factor-set = Hatua ya pili imewekwa.
console-account-passkey-add = Ongeza ufunguo wa siri
console-account-remove = Ondoa
console-account-remove-of = Ondoa { $name }
console-account-remove-text = { $name } haitaulizwa wala kukubaliwa tena, na vipindi vingine vyote vitaisha.
console-account-removed = Imeondolewa. Vipindi vingine vyote vimeisha.
