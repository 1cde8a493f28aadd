require ["duplicate", "fileinto", "index", "mailbox"];

# mail-ingest hands a message over again when it could not see whether the first time went well.
# The topmost header counts, which is mail-ingest's; one that came from outside stands below it.
if duplicate :header "X-Postern-Delivery-Key" :seconds 604800 {
    discard;
    stop;
}

# Rspamd puts this on top of every message; what came from outside stands below it.
if header :index 1 :is "X-Spam" "Yes" {
    fileinto :create "Junk";
    stop;
}
