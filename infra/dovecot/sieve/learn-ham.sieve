require ["vnd.dovecot.pipe", "copy", "imapsieve", "environment"];

# Thrown away is not the same as wrongly judged.
if environment :is "imap.mailbox" "Trash" {
    stop;
}

pipe :copy "learn-ham";
