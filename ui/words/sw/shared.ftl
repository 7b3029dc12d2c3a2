# Maneno ya sehemu zinazotumika kila mahali.
shared-required = lazima
shared-close = Funga
shared-cancel = Ghairi
shared-skip = Ruka hadi kwenye ukurasa
shared-grade-error = Kosa:
shared-grade-warning = Onyo:
shared-grade-note = Dokezo:
shared-paragraph = Aya ya { $number } ya mwongozo
shared-show-choices = Onyesha chaguo za { $field }
shared-nothing-found = Hakuna kilichopatikana
shared-progress-of = { $done } kati ya { $total }
shared-stopping = Inasimamishwa…
shared-minutes-left = { $minutes ->
    [one] Imebaki kama dakika 1
   *[other] Zimebaki kama dakika { $minutes }
}
shared-seconds-left = { $seconds ->
    [one] Imebaki kama sekunde 1
   *[other] Zimebaki kama sekunde { $seconds }
}
shared-step-done = imekamilika
shared-problems = { $count ->
    [one] Kuna jambo moja la kurekebisha
   *[other] Kuna mambo { $count } ya kurekebisha
}
shared-money = { MONEY($amount) }
shared-day = { DAY($when) }
shared-clock = { CLOCK($when) }
shared-moment = { DAY($when) }, { CLOCK($when) }
shared-differs = tofauti
shared-blank = (tupu)
shared-mark-all = Tia alama safu zote
shared-mark-row = Tia alama { $name }
shared-keys = Vitufe
shared-keys-single = Vitufe vya herufi moja, bila Ctrl wala Alt
shared-commands = Amri
shared-commands-search = Andika sehemu ya jina la amri
shared-screen-failed = Ukurasa huu haukuweza kufunguliwa.
shared-try-again = Jaribu tena
shared-size = { SIZE($bytes) }
shared-chart-csv = CSV
shared-chart-as-table = Onyesha “{ $title }” kama jedwali
shared-chart-as-chart = Onyesha “{ $title }” kama chati
shared-chart-empty = Bado hakuna cha kuonyesha
shared-chart-hidden = –
