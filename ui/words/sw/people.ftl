# Wanaofanya kazi kwenye kompyuta hii.
people-name = Jina
people-name-hint = Kama historia itakavyolionyesha
people-password = Nenosiri
people-password-hint = Angalau herufi 8
people-password-clerk = Angalau herufi 8; likiwa tupu, yeyote anayeketi anaweza kufanya kazi kwa jina hili
people-again = Nenosiri mara nyingine
people-differs = Hili si sawa na la kwanza.
people-add = Weka nenosiri
people-recovery = Andika msimbo huu sasa: hautaonyeshwa tena.
people-recovery-text = Utie kwenye bahasha iliyofungwa na uipe ofisi ya kaunti ndogo (SCDE). Anayesahau nenosiri huuomba ofisini.
people-noted = Nimeuandika
