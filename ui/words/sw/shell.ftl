# Maneno yanayozunguka kila ukurasa wa dirisha.
shell-name = Daftari
shell-title = { $area } · Daftari
shell-title-centre = { $area } · { $centre } · Daftari
shell-areas = Sehemu
shell-home = Mwanzo
shell-candidates = Watahiniwa
shell-photographs = Picha
shell-import = Kuingiza
shell-documents = Hati
shell-approval = Uidhinishaji
shell-sync = Usawazishaji
shell-office = Ofisi
shell-settings = Mipangilio
shell-help = Msaada
shell-locked = Limefungwa
shell-centre = { $code } · KCSE { $year }
shell-practice = MAZOEZI
shell-search = Tafuta mtahiniwa
shell-search-keys = Ctrl F
shell-sync-here = Kwenye kompyuta hii
shell-sync-under-way = Inasawazisha na KNEC…
shell-sync-waiting = { $count ->
    [0] KNEC bado haijaulizwa
   *[other] { $count } ya kutumwa KNEC
}
shell-sync-offline = { $count ->
    [0] Nje ya mtandao
   *[other] Nje ya mtandao, { $count } ya kutumwa
}
shell-sync-refused = { $count } ya kutumwa: tazama Usawazishaji
shell-sync-at-knec = Yote yako KNEC
shell-other-language = English
    .label = Change the language to English
shell-english = Kiingereza
shell-swahili = Kiswahili
shell-theme = Rangi: { $theme }
shell-theme-system = kama kompyuta
shell-theme-light = angavu
shell-theme-dark = nyeusi
shell-theme-contrast = utofautishaji mkubwa
shell-at-work = Aliye kazini:
shell-go = Nenda { $area }
shell-help-drawer = Kutoka kwenye mwongozo
shell-key-commands = Amri zote
shell-key-search = Tafuta mtahiniwa
shell-key-help = Aya inayohusu sehemu hii
shell-key-problem = Tatizo linalofuata
shell-key-undo = Tendua
shell-key-redo = Rudia
shell-key-window = Dirisha jingine la daftari hili
shell-key-keys = Onyesha vitufe
shell-do-roll = Orodha ya watahiniwa
shell-do-proforma = Hati ya ada
shell-do-declaration = Tamko
shell-do-approve = Idhinisha orodha
shell-do-slips = Stakabadhi za benki
shell-do-sheet = Ukurasa wa picha zote
shell-do-sync = Usawazishaji na KNEC
shell-do-receipts = Stakabadhi za KNEC
shell-do-stick = Tuma kwa kifaa cha USB
shell-do-centre = Maelezo ya kituo
shell-do-people = Watu na manenosiri
shell-do-back-up = Nakili, rudisha nakala
shell-do-support = Sasisho, kifurushi cha usaidizi
shell-do-lock = Funga sasa
