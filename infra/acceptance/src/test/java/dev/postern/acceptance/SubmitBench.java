package dev.postern.acceptance;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * What signing costs those who send: {@code ./postern bench submit}. Two mailboxes send the same messages through the same
 * Postfix, one in a domain with DKIM keys and one in a domain without; they take turns, so that a busy machine bothers both alike.
 */
public final class SubmitBench {

    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 6;
    private static final int MESSAGES = 100;
    private static final int SIZE = 20_000;
    private static final String WITHOUT_END =
            "{\"messagesPerHour\": 1000000, \"messagesPerDay\": 1000000, \"recipientsPerHour\": 1000000, \"recipientsPerDay\": 1000000}";

    private final Platform platform = Platform.get();
    private final Mailbox reader = platform.newMailbox();
    private final Sender signed = new Sender(newMailbox(true));
    private final Sender unsigned = new Sender(newMailbox(false));

    private SubmitBench() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        var bench = new SubmitBench();
        for (int round = 0; round <= ROUNDS; round++) {
            bench.signed.send(bench.reader);
            bench.unsigned.send(bench.reader);
            if (round == 0) {
                bench.signed.forget(); // warms up
                bench.unsigned.forget();
            }
        }
        bench.print();
    }

    private Mailbox newMailbox(boolean withKeys) {
        var domain = "d" + UniqueId.next() + ".example";
        platform.admin().createDomain(domain);
        if (withKeys) {
            DkimApi.of(platform).makePair(domain, "bench");
        }
        var password = "pass-" + UniqueId.next();
        platform.admin().createMailbox("ann@" + domain, password, 1L << 30);
        platform.admin().put("mailboxes/ann@" + domain + "/sending", WITHOUT_END);
        platform.admin().put("domains/" + domain + "/sending", WITHOUT_END);
        return new Mailbox(platform, "ann@" + domain, password);
    }

    private void print() {
        System.out.printf(Locale.ROOT, "%-10s %8s %8s %8s%n", "", "msg/s", "p50 ms", "p99 ms");
        signed.print("signed");
        unsigned.print("unsigned");
        System.out.printf(
                Locale.ROOT,
                "%nRESULT submit ratio=%.3f p99_ms=%.0f%n",
                signed.rate() / unsigned.rate(),
                signed.percentile(0.99));
    }

    /** A mail program with some connections that stay open. */
    private static final class Sender {

        private final Mailbox mailbox;
        private final List<Double> millis = new ArrayList<>();
        private double seconds;

        Sender(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        void send(Mailbox reader) throws ExecutionException, InterruptedException {
            try (var programs = Executors.newFixedThreadPool(CONNECTIONS)) {
                var work = new ArrayList<Callable<List<Double>>>();
                for (int connection = 0; connection < CONNECTIONS; connection++) {
                    work.add(() -> sendSome(reader));
                }
                long begun = System.nanoTime();
                for (var one : programs.invokeAll(work)) {
                    millis.addAll(one.get());
                }
                seconds += (System.nanoTime() - begun) / 1e9;
            }
        }

        private List<Double> sendSome(Mailbox reader) throws MessagingException {
            var info = mailbox.platform().info().submission();
            var properties = new Properties();
            properties.put(
                    "mail.smtps.ssl.socketFactory", mailbox.platform().trust().getSocketFactory());
            var session = Session.getInstance(properties);
            var took = new ArrayList<Double>();
            try (Transport transport = session.getTransport("smtps")) {
                transport.connect(info.host(), info.port(), mailbox.address(), mailbox.password());
                for (int number = 0; number < MESSAGES / CONNECTIONS; number++) {
                    var message = message(session, reader);
                    long begun = System.nanoTime();
                    transport.sendMessage(message, message.getAllRecipients());
                    took.add((System.nanoTime() - begun) / 1e6);
                }
            }
            return took;
        }

        private MimeMessage message(Session session, Mailbox reader) throws MessagingException {
            var message = new MimeMessage(session);
            message.setFrom(mailbox.address());
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(reader.address()));
            message.setSubject("Message " + UniqueId.next());
            var text = new StringBuilder();
            new Random().ints(SIZE, 0, 32).forEach(letter -> text.append(letter > 25 ? ' ' : (char) ('a' + letter)));
            message.setText(text.toString().replaceAll("(.{76})", "$1\r\n"));
            message.saveChanges();
            return message;
        }

        void forget() {
            millis.clear();
            seconds = 0;
        }

        double rate() {
            return millis.size() / seconds;
        }

        double percentile(double fraction) {
            var sorted = millis.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * fraction)));
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT, "%-10s %8.1f %8.1f %8.1f%n", name, rate(), percentile(0.5), percentile(0.99));
        }
    }
}
