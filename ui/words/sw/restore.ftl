# Kurudisha daftari kutoka kwenye nakala.
restore-title = Rudisha nakala
restore-lead = Nakala huchukua nafasi ya daftari. Lililopo sasa huwekwa kando, hivyo hakuna kinachopotea.
restore-which = Nakala gani?
restore-of-day = Lilivyokuwa { DAY($day) }
restore-size = { SIZE($bytes) }, kwenye kompyuta hii
restore-from-file = Nakala kutoka kwenye kifaa cha USB
restore-from-file-hint = Itauliza fumbo la siri lililotolewa ilipotengenezwa.
restore-choose = Chagua faili…
restore-passphrase = Fumbo la siri la nakala
restore-do = Irudishe
restore-done = Nakala imewekwa mahali pake.
restore-done-aside = Nakala imewekwa mahali pake. Lililokuwepo limehifadhiwa: { $path }
