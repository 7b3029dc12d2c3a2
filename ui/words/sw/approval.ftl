# Ukurasa wa "approval".
approval-title = Uidhinishaji
