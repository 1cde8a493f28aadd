package dev.postern.admin.webhooks;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** By HTTPS. Nothing of an answer counts but its status: no redirect is followed, and the body is not read. */
final class HttpReceivers implements Receivers, AutoCloseable {

    private static final int LONGEST_REASON = 300;

    private final WebhookSettings settings;
    private final CloseableHttpClient http;

    HttpReceivers(WebhookSettings settings, ReceiverAddresses addresses, SSLContext trust) {
        this.settings = settings;
        var patience = Timeout.of(settings.patience());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(patience)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(patience).build())
                        .setMaxConnTotal(Math.max(1, settings.parallel()))
                        .setMaxConnPerRoute(Math.max(1, settings.parallel()))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Postern")
                .build();
    }

    @Override
    public Answer tell(TargetUrl url, Message message) {
        var request = new HttpPost(url.uri());
        request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", String.valueOf(message.sent().getEpochSecond()));
        request.setHeader("webhook-signature", message.signature());
        // However slowly it answers, byte by byte: then it is over.
        CompletableFuture.delayedExecutor(settings.patience().toMillis(), TimeUnit.MILLISECONDS)
                .execute(request::cancel);
        try (var response = http.executeOpen(null, request, null)) {
            var status = response.getCode();
            request.cancel();
            return new Answer.Heard(status);
        } catch (IOException unheard) {
            return new Answer.Unheard(reason(unheard));
        }
    }

    private static String reason(IOException unheard) {
        var text = String.valueOf(unheard.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
