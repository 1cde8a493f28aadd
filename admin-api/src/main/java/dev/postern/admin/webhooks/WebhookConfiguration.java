package dev.postern.admin.webhooks;

import dev.postern.admin.audit.AuditFeed;
import dev.postern.admin.networks.Network;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    @Bean
    HttpReceivers receivers(WebhookSettings settings) {
        var allowed = settings.allowedNetworks().stream().map(Network::parse).toList();
        return new HttpReceivers(
                settings, new ReceiverAddresses(allowed), Authorities.with(Optional.ofNullable(settings.caFile())));
    }

    /** Not in the training run of the AOT cache, which has no database. */
    @Bean
    @Profile("!training")
    WebhookSchedule webhookSchedule(
            AuditFeed feed,
            Webhooks webhooks,
            Deliveries deliveries,
            Receivers receivers,
            WebhookSettings settings,
            TransactionTemplate transaction,
            JsonMapper json) {
        var clock = InstantSource.system();
        return new WebhookSchedule(
                new CollectChanges(feed, webhooks, deliveries, transaction, clock),
                new TellReceiver(feed, webhooks, deliveries, receivers, settings, clock, json),
                deliveries,
                settings,
                clock);
    }
}
