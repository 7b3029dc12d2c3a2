# What went wrong in a command, by the core's code with dots as hyphens: `problem-register-disk-full`. The message says
# what is so, `.action` the way on. $path is the file, $detail the core's own English sentence. Add those your area meets.
problem-unexpected = Something unexpected happened.
problem-core-unreachable = The program behind this window does not answer.
    .action = Close the window and open it again. Everything shown as saved is saved.
problem-window-nothing-open = No register is open.
    .action = Choose a register, or make one.
