package dev.postern.ingest.web;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Two listeners: the API, whose connections are many and small, and the dashboard. */
@Component
final class Listeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int DASHBOARD_CONNECTIONS = 100;
    private static final Duration BODY_READ = Duration.ofSeconds(8);

    private final Connector dashboard;

    Listeners(WebSettings settings) {
        var protocol = new Http11NioProtocol();
        protocol.setExecutor(new VirtualThreadExecutor("tomcat-dashboard-"));
        protocol.setMaxConnections(DASHBOARD_CONNECTIONS);
        dashboard = new Connector(protocol);
        dashboard.setProperty("address", settings.address());
        dashboard.setPort(settings.port());
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(dashboard);
        factory.addConnectorCustomizers(Listeners::slim);
    }

    int dashboardPort() {
        return dashboard.getLocalPort();
    }

    /** What a connection takes while it does nothing, since a hostile client opens thousands. */
    private static void slim(Connector api) {
        api.setProperty("disableUploadTimeout", "false");
        api.setProperty("connectionUploadTimeout", String.valueOf(BODY_READ.toMillis()));
        api.setProperty("socket.appReadBufSize", "4096");
        api.setProperty("socket.appWriteBufSize", "2048");
        api.setProperty("socket.bufferPool", "0");
        api.setProperty("socket.processorCache", "64");
    }
}
