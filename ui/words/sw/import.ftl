# Ukurasa wa "import".
import-title = Kuingiza watahiniwa
