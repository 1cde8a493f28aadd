package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;

/** One entry of a mail program's account settings. The user name is the whole address, everywhere. */
record MailServer(MailService service, DomainName host, int port) {}
