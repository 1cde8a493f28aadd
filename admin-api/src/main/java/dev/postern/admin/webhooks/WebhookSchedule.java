package dev.postern.admin.webhooks;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Looks for changes, and has as many receivers told at once as may be. */
final class WebhookSchedule implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookSchedule.class);
    private static final int LEASE_IN_PATIENCES = 4;

    private final CollectChanges collectChanges;
    private final TellReceiver tellReceiver;
    private final Deliveries deliveries;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private final Semaphore places;
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    WebhookSchedule(
            CollectChanges collectChanges,
            TellReceiver tellReceiver,
            Deliveries deliveries,
            WebhookSettings settings,
            InstantSource clock) {
        this.collectChanges = collectChanges;
        this.tellReceiver = tellReceiver;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.parallel());
    }

    @Override
    public void start() {
        workers = Executors.newVirtualThreadPerTaskExecutor();
        running = true;
        workers.execute(this::look);
    }

    private void look() {
        while (running) {
            try {
                while (running && collectChanges.apply()) {
                    // All there are.
                }
                deliveries.forget(clock.instant().minus(settings.keep()));
                fillPlaces();
            } catch (DataAccessException | TransactionException away) {
                log.debug("Webhooks wait for the database: {}", away.toString());
            }
            pause();
        }
    }

    private void fillPlaces() {
        var lease = settings.patience().multipliedBy(LEASE_IN_PATIENCES);
        while (running && places.tryAcquire()) {
            var delivery = deliveries.take(clock.instant(), lease);
            if (delivery.isEmpty()) {
                places.release();
                return;
            }
            workers.execute(() -> tell(delivery.get()));
        }
    }

    private void tell(Delivery delivery) {
        try {
            tellReceiver.apply(delivery);
        } catch (DataAccessException away) {
            log.warn(
                    "How webhook {} answered could not be written down, so it is told again: {}",
                    delivery.webhook(),
                    away.toString());
        } finally {
            places.release();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.lookEvery().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** What is being told comes to its end; what does not is told again after the lease. */
    @Override
    public void stop() {
        running = false;
        workers.shutdown();
        try {
            if (!workers.awaitTermination(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return settings.parallel() > 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
