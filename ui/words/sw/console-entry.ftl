# Njia ya kuingia: jina na nenosiri, hatua ya pili, kufuli.
console-entry-sign-in = Ingia
console-entry-name = Jina
console-entry-password = Nenosiri
console-entry-second = Hatua ya pili
console-entry-code = Msimbo
console-entry-code-hint = Tarakimu sita zinazoonyeshwa sasa na programu kwenye simu yako.
console-entry-go-on = Endelea
console-entry-other-person = Ingia kama mtu mwingine
console-entry-enrol = Weka hatua ya pili
console-entry-enrol-why = Wanaofanya maamuzi huingia kwa kitu wanachokijua na kitu walicho nacho: nenosiri, na programu kwenye simu yao wenyewe.
console-entry-enrol-scan = Fungua programu ya uthibitishaji kwenye simu, kisha uchanganue picha hii.
console-entry-enrol-secret = Ikiwa simu haiwezi kuchanganua, andika siri hii kwenye programu:
console-entry-qr = Msimbo wa QR wa programu ya uthibitishaji
console-entry-confirm = Thibitisha
console-entry-locked = Imefungwa kwa muda
console-entry-locked-why = { $name } ameingia. Hakuna kilichopotea; andika nenosiri ili uendelee.
console-entry-unlock = Fungua
