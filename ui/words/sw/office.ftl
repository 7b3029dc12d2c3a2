# Ukurasa wa "office".
office-title = Ofisi
