# The screen "import".
import-title = Import
