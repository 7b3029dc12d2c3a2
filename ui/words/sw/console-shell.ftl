# Maneno yanayozunguka kila ukurasa wa konsoli ya baraza.
console-shell-areas = Sehemu
console-shell-overview = Muhtasari
console-shell-queues = Foleni
console-shell-centres = Vituo
console-shell-candidates = Tafuta
console-shell-administration = Usimamizi
console-shell-audit = Ukaguzi
console-shell-sign-in = Ingia
console-shell-user = Jina la mtumiaji
console-shell-password = Nenosiri
console-shell-being-built = Ukurasa huu unatengenezwa.
