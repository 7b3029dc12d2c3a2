# Dirisha lililofungwa.
lock-title = Limefungwa
lock-lead = Kila kilichoonyeshwa kuwa kimehifadhiwa kimehifadhiwa. Anayeketi atoe nenosiri ili aendelee.
lock-who = Wewe ni nani?
lock-choose = Chagua jina lako
lock-password = Nenosiri
lock-open = Fungua
lock-forgotten = Nimesahau nenosiri
lock-forgotten-how = Nenosiri lilipowekwa, msimbo ulionyeshwa ili ofisi ya kaunti ndogo (SCDE) iuhifadhi kwenye bahasha. Uombe ofisini. Ukipotea, ofisi au KNEC inaweza kutoa msimbo mpya wa kusajili kompyuta, ambao hufanya kazi hapa kukiwa na mtandao.
lock-code = Msimbo kutoka ofisini
lock-code-hint = Herufi na tarakimu 20, kama 7K3QM-0D9ZT-4XW2H-8BVRN
lock-new-password = Nenosiri jipya
lock-password-hint = Angalau herufi 8
lock-set = Weka nenosiri jipya
lock-back = Rudi
lock-new-code = Msimbo umetumika. Unaofuata, wa bahasha: { $code }
lock-noted = Nimeuandika
