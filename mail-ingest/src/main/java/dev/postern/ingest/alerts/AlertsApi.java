package dev.postern.ingest.alerts;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The alerts of the last seven days for scripts. */
@RestController
final class AlertsApi {

    private final Alerts alerts;

    AlertsApi(Alerts alerts) {
        this.alerts = alerts;
    }

    @GetMapping("/api/v1/alerts")
    List<Alert> list() {
        return alerts.latest();
    }
}
