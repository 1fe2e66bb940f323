# A tutorial with its blocks made anew from the transcript of the play that it shows: awk -f tutorial.awk TRANSCRIPT TUTORIAL. In a block that begins with
# ```console, each line "LOGIN$ COMMAND" stands for itself and what it printed, taken from the transcript; the commands
# come in its order. A command that is not there (any more) is said so, and the test that compares fails.
FNR == NR {
    line[++last] = $0
    next
}
function block(command,   i) {
    for (i = at + 1; i <= last; i++)
        if (line[i] == command)
            break
    if (i > last) {
        print "NOT IN THE TRANSCRIPT BEHIND THE ONE BEFORE: " command
        return
    }
    at = i
    if (shown++)
        print ""
    for (; i <= last && line[i] != ""; i++)
        print line[i]
}
/^```/ {
    inside = !inside && $0 == "```console"
    shown = 0
    print
    next
}
!inside { print }
inside && /^[a-z]+\$ / { block($0) }
