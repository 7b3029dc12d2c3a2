# Ukurasa wa "help".
help-title = Msaada
