# What components say by themselves, in every area.
shared-required = required
shared-close = Close
shared-cancel = Cancel
shared-skip = Skip to the page
shared-grade-error = Error:
shared-grade-warning = Warning:
shared-grade-note = Note:
shared-paragraph = Paragraph { $number } of the manual
shared-show-choices = Show the choices for { $field }
shared-nothing-found = Nothing found
shared-progress-of = { $done } of { $total }
shared-stopping = Stopping…
shared-minutes-left = { $minutes ->
    [one] About 1 minute left
   *[other] About { $minutes } minutes left
}
shared-seconds-left = { $seconds ->
    [one] About 1 second left
   *[other] About { $seconds } seconds left
}
shared-step-done = done
shared-problems = { $count ->
    [one] One thing must be put right
   *[other] { $count } things must be put right
}
shared-money = { MONEY($amount) }
shared-day = { DAY($when) }
shared-clock = { CLOCK($when) }
shared-moment = { DAY($when) }, { CLOCK($when) }
shared-differs = differs
shared-blank = (blank)
shared-mark-all = Mark all rows
shared-mark-row = Mark { $name }
shared-keys = Keys
shared-keys-single = Keys of one sign, without Ctrl or Alt
shared-commands = Commands
shared-commands-search = Type a part of a command’s name
shared-screen-failed = This screen could not be opened.
shared-try-again = Try again
shared-size = { SIZE($bytes) }
shared-chart-csv = CSV
shared-chart-as-table = Show “{ $title }” as a table
shared-chart-as-chart = Show “{ $title }” as a chart
shared-chart-empty = Nothing to show yet
shared-chart-hidden = –
