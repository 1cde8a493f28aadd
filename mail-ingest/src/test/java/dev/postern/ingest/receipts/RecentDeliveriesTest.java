package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentDeliveriesTest {

    @Test
    void keepsTheLastOnes() {
        var deliveries = new RecentDeliveries(3);
        var keys = Stream.generate(Mails::randomKey).limit(5).toList();
        keys.forEach(key -> deliveries.add(key, Replies.QUEUED));
        assertThat(keys.stream().map(key -> deliveries.find(key).isPresent()))
                .containsExactly(false, false, true, true, true);
        var seen = new ArrayList<DeliveryKey>();
        deliveries.forEachKey(seen::add);
        assertThat(seen).isEqualTo(keys.subList(2, 5));
    }

    @Test
    void givesTheReplyOfThatDelivery() {
        var deliveries = new RecentDeliveries(3);
        var key = Mails.randomKey();
        deliveries.add(key, Replies.reply("250 2.0.0 first"));
        deliveries.add(Mails.randomKey(), Replies.reply("250 2.0.0 second"));
        assertThat(deliveries.find(key)).contains(Replies.reply("250 2.0.0 first"));
    }
}
